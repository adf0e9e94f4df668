import type { Day } from '../core/days/day.ts';
import { sayDay, takenAs } from '../core/days/say-day.ts';
import type { EntryOutcome } from '../core/entry-outcome.ts';
import type { Item } from '../core/follow-through.ts';
import type { TheirDay } from '../core/their-day.ts';

/** An action or entry in a few words, with how it went: `A31, When I have closed this, I will call Contoso.` */
export function sayItem(
  { id, text, kind, deal }: Pick<Item, 'id' | 'text' | 'kind' | 'deal'>,
  outcome: EntryOutcome | null = null,
): string {
  if (text !== null) return `${id}, ${text}`;
  return `${id}, ${KIND_WORDS[kind]} for ${deal}${outcome === null ? '' : `: ${OUTCOME_WORDS[outcome]}`}.`;
}

/** For somebody who puts a thing off, and has moved it to an earlier day than it had. */
export function movedEarlier(was: Day): string {
  return `That is earlier: it was ${sayDay(was)}, and a day such as "in 2 weeks" counts from today.`;
}

/** For somebody who puts a contact off until after a day that they named. */
export function sayPassedOver({ answer, on, words }: TheirDay): string {
  return `${COMES_BEFORE[answer]} before that: ${words === null ? sayDay(on) : takenAs(`"${words}"`, on)}.`;
}

const COMES_BEFORE: Readonly<Record<TheirDay['answer'], string>> = {
  'call-on': 'They asked for a call',
  'decides-on': 'They decide',
  'trigger-on': 'The event comes',
};

/** How a call went, or what became of a condition. */
export const OUTCOME_WORDS: Readonly<Record<EntryOutcome, string>> = {
  reopened: 'the deal is open again',
  'won-back': 'they bought',
  'still-lost': 'still no',
  'no-answer': 'nobody answered',
  happened: 'it has happened',
  'not-yet': 'not yet',
};

const KIND_WORDS: Readonly<Record<Item['kind'], string>> = {
  action: 'the action',
  'follow-up': 'the call',
  touch: 'the useful thing',
  check: 'the check',
  feedback: 'the request for feedback',
  'second-look': 'the second look',
  'regret-check': 'the look at what you expected',
};
