import { addBusinessDays } from './days/calendar.ts';
import type { Day } from './days/day.ts';
import type { Deal, PlannedAction } from './debrief.ts';
import { brief, unstopped } from './text/sentence.ts';

/** What a colleague can be asked for: to look at a lost deal, to sit in on a call, to let me watch theirs. */
export const FAVOURS = ['look', 'sit-in', 'be-watched'] as const;
export type Favour = (typeof FAVOURS)[number];

/** An action to ask somebody, by name and by a day. */
export function askingFor(favour: Favour, name: string, { name: deal }: Deal, due: Day): PlannedAction {
  return { rule: `ask-to-${favour}`, message: undefined, due, ...FAVOUR_WORDS[favour](name, deal) };
}

/** How long there is to ask a colleague, unless a day is named. */
export function usualAskingDay(today: Day): Day {
  return addBusinessDays(today, ASKING_DAYS);
}

/** The action after a view that deserves a deeper look. */
export function lookingDeeper(name: string, words: string, { name: deal }: Deal, today: Day): PlannedAction {
  return {
    rule: 'look-deeper',
    text: `When two working days have passed, I will look once more at ${deal} with what ${name} sees.`,
    because: `${name}: "${brief(words)}".`,
    message: undefined,
    due: addBusinessDays(today, LOOKING_DAYS),
  };
}

/** What I will try, after somebody has watched me. */
export function tryingOut(attempt: string, name: string, words: string, today: Day): PlannedAction {
  return {
    rule: 'try-out',
    text: `When I am next on a call like that, I will try this: ${unstopped(attempt)}.`,
    because: `${name} saw: "${brief(words)}".`,
    message: undefined,
    due: addBusinessDays(today, ASKING_DAYS),
  };
}

const ASKING_DAYS = 5;
const LOOKING_DAYS = 2;

const FAVOUR_WORDS: Readonly<
  Record<Favour, (name: string, deal: string) => { readonly text: string; readonly because: string }>
> = {
  look: (name, deal) => ({
    text: `When I next speak with ${name}, I will hand over the brief of ${deal} and ask what could have caused the loss.`,
    because: 'Somebody who was not in it sees what you cannot.',
  }),
  'sit-in': (name, deal) => ({
    text: `When my next call is set, I will ask ${name} to sit in and tell me what they see.`,
    because: `After ${deal}, a second pair of eyes. Take what they say seriously, and do not defend it.`,
  }),
  'be-watched': (name) => ({
    text: `When ${name} has the next call of this kind, I will ask to watch, and take down the words that work.`,
    because: 'Good language is learned fastest from somebody who has it.',
  }),
};
