import { type Day, daysBetween } from '../../src/core/days/day.ts';
import { periodOf } from '../../src/core/report/report-period.ts';
import type { Dimension, Tally, TallyRequest, TallyRow, TallyScope } from '../../src/core/report/tally.ts';
import type { Filed, Sale } from './sales.ts';

type Value = TallyRow['at'][number];

/** Something that is counted: a deal, or one of its actions. */
interface Thing {
  readonly sale: Sale;
  readonly id: number;
  readonly on: Day | undefined;
  readonly action?: NonNullable<Sale['debrief']>['actions'][number];
}

/** What the store counts in SQL, counted by going through the deals one by one. */
export function countNaively(
  sales: readonly Sale[],
  filed: readonly Filed[],
  request: TallyRequest,
  scope: TallyScope,
): Tally {
  const { from, to } = request.within ?? scope;
  const counted = sales
    .flatMap((sale, place) => (sale.isDeleted ? [] : thingsOf(request, sale, filed[place] ?? { id: 0, actions: [] })))
    .filter(({ sale }) => scope.currency === undefined || sale.amount?.currency === scope.currency)
    .filter(({ on }) => request.of === 'open' || isWithin(on, from, to));
  const rows = new Map<string, TallyRow>();
  for (const thing of counted) {
    const at = request.by.map((dimension) => valueOf(dimension, request, thing, scope.today));
    const key = JSON.stringify([at, thing.sale.amount?.currency]);
    rows.set(key, withOne(rows.get(key), at, thing));
  }
  return [...rows.values()];
}

function isWithin(on: Day | undefined, from: Day | undefined, to: Day | undefined): boolean {
  if (on === undefined) return from === undefined && to === undefined;
  return (from === undefined || on >= from) && (to === undefined || on <= to);
}

function thingsOf({ of }: TallyRequest, sale: Sale, { id, actions }: Filed): readonly Thing[] {
  switch (of) {
    case 'decided':
      return sale.outcome === undefined ? [] : [{ sale, id, on: sale.decidedOn }];
    case 'won-back':
      return sale.wonBackOn === undefined ? [] : [{ sale, id, on: sale.wonBackOn }];
    case 'reopened': {
      // What is won back was opened again, on that day if not before.
      const on = sale.reopenedOn ?? sale.wonBackOn;
      return on === undefined ? [] : [{ sale, id, on }];
    }
    case 'debriefed':
      return sale.debrief ? [{ sale, id, on: sale.debrief.on }] : [];
    case 'open':
      return sale.outcome === undefined ? [{ sale, id, on: undefined }] : [];
    case 'action':
      return (sale.debrief?.actions ?? []).map((action, place) => ({
        sale,
        id: actions[place] ?? 0,
        on: sale.decidedOn,
        action,
      }));
    case 'entry':
      return [];
  }
}

function withOne(row: TallyRow | undefined, at: readonly Value[], { sale, id, on }: Thing): TallyRow {
  const minor = sale.amount?.minor ?? 0;
  return {
    at,
    currency: sale.amount?.currency ?? null,
    deals: (row?.deals ?? 0) + 1,
    minor: (row?.minor ?? 0) + minor,
    largest: Math.max(row?.largest ?? 0, minor),
    last:
      [row?.last, on]
        .filter((day) => day !== undefined && day !== null)
        .toSorted()
        .at(-1) ?? null,
    latest: Math.max(row?.latest ?? 0, id),
  };
}

function valueOf(dimension: Dimension, { of }: TallyRequest, { sale, on, action }: Thing, today: Day): Value {
  const { debrief } = sale;
  if (typeof dimension === 'object') {
    if ('every' in dimension) return on === undefined ? null : periodOf(on, dimension.every).first;
    if ('step' in dimension) return debrief?.steps[dimension.step] ?? null;
    if ('field' in dimension) return dimension.field === 'Region' ? (sale.region ?? null) : null;
    if ('reflection' in dimension) return debrief?.reflections[dimension.reflection] ?? null;
    if ('theirWords' in dimension) return debrief?.theirWords[dimension.theirWords] ?? null;
    if ('contacts' in dimension) return contactsIn(sale, dimension.contacts);
    if ('logged' in dimension) return loggedIn(sale, dimension.logged);
    return debrief?.answers[dimension.answer] ?? null;
  }
  switch (dimension) {
    case 'outcome':
      return of === 'won-back' ? 'won' : (sale.outcome ?? null);
    case 'debriefed':
      return debrief ? 1 : 0;
    case 'nothing-in-control':
      return debrief?.isNothing ? 1 : 0;
    case 'reason':
      return debrief?.reason ?? null;
    case 'agreement':
      return agreementOf(sale);
    case 'feedback':
      return debrief?.feedback ? (debrief.feedback.isReplied ? 'replied' : 'asked') : null;
    case 'days-to-debrief':
      return sale.decidedOn && debrief ? daysBetween(sale.decidedOn, debrief.on) : null;
    case 'cycle-days':
      return sale.createdOn && sale.decidedOn ? daysBetween(sale.createdOn, sale.decidedOn) : null;
    case 'seconds':
      return debrief?.seconds ?? null;
    case 'decided-on':
      return sale.decidedOn ?? null;
    case 'size':
      return sizeOf(sale);
    case 'came-of-it':
      return null;
    case 'state':
      return action?.doneOn ? 'done' : action && action.due < today ? 'overdue' : 'open';
    case 'days-late':
      return action?.doneOn ? daysBetween(action.due, action.doneOn) : null;
    case 'rule':
      return action?.rule ?? null;
    case 'account':
    case 'owner':
    case 'persona':
    case 'source':
    case 'product':
      return null;
    case 'stage':
    case 'winner':
    case 'forecast':
    case 'segment':
      return sale[dimension] ?? null;
  }
}

function agreementOf({ debrief }: Sale): Value {
  const confirmed = debrief?.feedback?.isReplied ? debrief.feedback.reason : undefined;
  if (debrief?.reason === undefined || confirmed === undefined) return null;
  if (confirmed === debrief.reason) return 'exact';
  return confirmed === debrief.otherReason ? 'partly' : 'wrong';
}

/** The log up to the decision; null if there is none. */
function logOf({ log, decidedOn }: Sale): Sale['log'] | null {
  const before = log.filter(({ on }) => decidedOn === undefined || on <= decidedOn);
  return before.length === 0 ? null : before;
}

function contactsIn(sale: Sale, channel: string): Value {
  const contacts = logOf(sale)?.filter((touch) => !touch.missed && (channel === 'all' || touch.channel === channel));
  return contacts?.length ?? null;
}

function loggedIn(sale: Sale, fact: 'missed-calls' | 'slowest-reply'): Value {
  const log = logOf(sale);
  if (fact === 'missed-calls') return log?.filter(({ missed }) => missed).length ?? null;
  const replies = log?.flatMap(({ replyMinutes }) => replyMinutes ?? []) ?? [];
  return replies.length === 0 ? null : Math.max(...replies);
}

/** The largest of 0, 1, 3, 10, 30 … that is no more than the amount. */
function sizeOf({ amount }: Sale): Value {
  if (!amount) return null;
  let [from, next] = [0, 1];
  while (next <= amount.minor) [from, next] = [next, String(next).startsWith('1') ? next * 3 : (next / 3) * 10];
  return from;
}
