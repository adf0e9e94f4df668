import type { Appointment, CalendarEntry, CalendarItem } from '../core/due/appointment.ts';
import type { EntryKind } from '../core/debrief.ts';
import { isPriceLoss } from '../core/reasons.ts';
import { brief } from '../core/text/sentence.ts';
import { sayTerms } from './deal-words.ts';

/**
 * An open item as an event of a calendar. Calendars are synchronised and shared, so of an action only its id goes in, and of
 * the buyer's words only what the table below lists for that kind of entry.
 */
export function appointmentOf(item: CalendarItem): Appointment {
  const { uuid, sequence, on } = item;
  return item.kind === 'action'
    ? { uuid, sequence, on, time: MORNING, summary: `Action ${item.id}`, description: undefined }
    : { uuid, sequence, on, time: item.time, summary: summaryOf(item), description: descriptionOf(item) };
}

/** An action has a day and no time of its own. */
const MORNING = '09:00';

interface KindWords {
  readonly summary: (who: string, entry: CalendarEntry) => string;
  /** The lines of the description, and so all of their words that this kind may take along. */
  readonly tells: readonly ((entry: CalendarEntry) => string | undefined)[];
}

const KIND_WORDS: Readonly<Record<EntryKind, KindWords>> = {
  'follow-up': {
    summary: (who, { channel }) => `${channel === 'phone' ? 'Call' : 'Contact'} ${who}`,
    tells: [offer, lastWord, rule, whenDone],
  },
  touch: { summary: (who) => `Send ${who} one useful thing`, tells: [lastWord, rule, whenDone] },
  check: { summary: (who) => `Ask ${who} what has changed`, tells: [lastWord, rule, whenDone] },
  feedback: { summary: (who) => `Ask ${who} once more for an answer`, tells: [rule, whenDone] },
  // These two are about the person's own view, which the old words should not colour.
  'second-look': { summary: () => 'Take a second look', tells: [rule, whenDone] },
  'regret-check': { summary: () => 'Did it go as you expected?', tells: [rule, whenDone] },
};

function summaryOf(entry: CalendarEntry): string {
  return `${KIND_WORDS[entry.kind].summary(entry.contact ?? 'your contact', entry)} (${entry.deal})`;
}

function descriptionOf(entry: CalendarEntry): string {
  const lines = KIND_WORDS[entry.kind].tells.map((tell) => tell(entry));
  return lines.filter((line) => line !== undefined).join('\n');
}

/** The terms to repeat; where the price stood in the way they are only recalled, and what to do about it is a reflection. */
function offer({ amount, contractMonths, terms, primaryReason }: CalendarEntry): string | undefined {
  const offered = sayTerms({ amount, contractMonths }, terms);
  if (offered === '') return undefined;
  return `${isPriceLoss(primaryReason) ? 'Last offer' : 'Offer the same terms'}: ${offered}.`;
}

function lastWord({ lastWord: words }: CalendarEntry): string | undefined {
  return words === null ? undefined : `Their last word: "${brief(words)}"`;
}

function rule({ because, rule: name }: CalendarEntry): string {
  return `Why: ${because} (${name}).`;
}

function whenDone({ id }: CalendarEntry): string {
  return `When it is done: lossdebrief done ${id}`;
}
