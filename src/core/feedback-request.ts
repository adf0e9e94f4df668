import type { Contact } from './answers.ts';
import { addBusinessDays, nextBusinessDay } from './days/calendar.ts';
import type { DealRecord, PlannedEntry } from './debrief.ts';
import type { Day } from './days/day.ts';
import type { Framework, RequestText } from './framework.ts';
import { outcomeGroup } from './outcome.ts';
import type { Settings } from './settings/settings.ts';
import { filled } from './text/template.ts';

/** A request to the buyer, ready to paste or to send. */
export interface FeedbackRequest {
  readonly to: { readonly name: string | undefined; readonly email: string | undefined };
  readonly subject: string;
  readonly text: string;
}

/** The request with the names filled in. It takes the contact's name and email and the deal's name, and looks at nothing else. */
export function feedbackRequest(
  { subject, text }: RequestText,
  dealName: string,
  contact: Contact | undefined,
): FeedbackRequest {
  const names: Readonly<Record<RequestName, string | undefined>> = {
    contact: contact?.name,
    'contact.first': contact?.name.split(' ')[0],
    deal: dealName,
  };
  const words = (name: string): string | undefined => names[name as RequestName];
  return {
    to: { name: contact?.name, email: contact?.email },
    subject: filled(subject, words),
    text: filled(text, words),
  };
}

/** The names that a request may use. */
export const REQUEST_NAMES: readonly string[] = ['contact', 'contact.first', 'deal'] satisfies readonly RequestName[];
type RequestName = 'contact' | 'contact.first' | 'deal';

/** The request as a link that opens a mail, written as RFC 6068 wants it. Without an address the recipient is left open. */
export function mailtoUrl({ to, subject, text }: FeedbackRequest): string {
  const address = to.email === undefined ? '' : encoded(to.email).replace(/%40(?!.*%40)/, '@');
  return `mailto:${address}?subject=${encoded(subject)}&body=${encoded(text.replaceAll(/\r?\n/g, '\r\n'))}`;
}

/** Why the request does not quite fit a deal, as a sentence; undefined if it does. */
export function misfit({ deal }: DealRecord): string | undefined {
  if (deal.outcome === 'unknown')
    return `You do not know yet how ${deal.name} ended. Ask that first: whether it is decided, later, or off.`;
  if (outcomeGroup(deal.outcome) === 'us')
    return `You ended ${deal.name} yourself, so there is no decision of theirs to accept.`;
  return undefined;
}

/** The open actions that are done once the request is out: those of rules which hand over the same text. */
export function actionsFulfilled(
  { rules, 'feedback-request': request }: Framework,
  { actions }: DealRecord,
): readonly string[] {
  const asks = (id: string): boolean => rules.some((rule) => rule.id === id && rule.message === request?.text);
  return actions.filter(({ rule, state }) => state === 'open' && request && asks(rule)).map(({ id }) => id);
}

/** When to ask once more. There is one such reminder for a deal, and never a second, however it ended. */
export function feedbackReminder(
  { otherEntries }: DealRecord,
  sentOn: Day,
  today: Day,
  { callTime }: Settings,
): PlannedEntry | undefined {
  if (otherEntries.some(({ kind }) => kind === 'feedback')) return undefined;
  const on = addBusinessDays(sentOn, PATIENCE);
  const isOver = on < today;
  return {
    kind: 'feedback',
    on: isOver ? nextBusinessDay(today) : on,
    time: callTime,
    channel: 'email',
    rule: 'feedback',
    because: `${PATIENCE} business days after you asked${isOver ? ' are over, so the next business day' : ''}`,
  };
}

/** Business days to wait for an answer. */
const PATIENCE = 5;

/** Also what `encodeURIComponent` leaves alone, because links are cut at a bracket or a quote. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
