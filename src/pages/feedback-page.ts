import type { DealRecord } from '../core/debrief.ts';
import { line, type Page, quiet } from '../core/page.ts';
import { findReason, type ReasonBook } from '../core/reasons.ts';
import { sayDay } from '../core/days/say-day.ts';
import { listed } from '../core/text/sentence.ts';
import type { Feedback } from '../core/views.ts';

/** What was kept of a request or an answer, and what follows. */
export interface KeptFeedback {
  readonly record: DealRecord;
  readonly kept: Feedback;
  readonly reminder: DealRecord['otherEntries'][number] | undefined;
  /** Ids of actions and reminders that are done with it. */
  readonly closed: readonly string[];
  readonly cautions: readonly string[];
  readonly reasons: ReasonBook;
}

/** The page after `feedback --sent` and `feedback --reply`. */
export function feedbackPage({ record, kept, reminder, closed, cautions, reasons }: KeptFeedback): Page {
  const who = record.contact?.name ?? `your contact at ${record.deal.name}`;
  return [
    ...(kept.reply ? answeredLines(who, record, kept.reply.reason, reasons) : sentLines(who, kept, reminder)),
    ...cautions.map((caution) => line({ text: 'With care: ', as: 'strong' }, caution)),
    ...(closed.length > 0 ? [line(quiet(`Done with it: ${listed(closed)}.`))] : []),
  ];
}

function sentLines(who: string, { sentOn }: Feedback, reminder: KeptFeedback['reminder']): Page {
  const asked = sentOn ? `Asked ${who} on ${sayDay(sentOn)}.` : `Asked ${who}.`;
  return [
    line({ text: asked, as: 'good' }),
    ...(reminder ? [line(`Without an answer, due reminds you once: ${sayDay(reminder.on)}.`)] : []),
  ];
}

function answeredLines(who: string, { views }: DealRecord, reason: string | undefined, reasons: ReasonBook): Page {
  const label = (code: string): string => findReason(reasons, code)?.label ?? code;
  const mine = views.causes.findLast(({ whose, rank }) => whose === 'self' && rank === 'primary');
  const theirs = reason === undefined ? [] : [`Their reason: ${label(reason)}.`];
  const yours = mine && reason !== undefined ? [`Yours: ${label(mine.reason)}. Both stay as they are.`] : [];
  return [
    line({ text: `Kept, word for word: the answer of ${who}.`, as: 'good' }),
    ...[...theirs, ...yours].map((text) => line(text)),
  ];
}
