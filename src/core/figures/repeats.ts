import { addDays, type Day } from '../days/day.ts';
import { REPEAT_DAYS } from '../facts.ts';
import { findReason } from '../reasons.ts';
import type { DayRange } from '../report/report-period.ts';
import type { FigureRow, FigureTable } from '../report/report-table.ts';
import { sayDay, sayShortDay } from '../days/say-day.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { type Dimension, dealsIn, moneyIn, splitTally, type Tally, type TallyRequest } from '../report/tally.ts';
import { byCount, countColumn, moneyColumn } from './columns.ts';
import type { Figure, Tallies } from './figure.ts';
import type { FigureScope, Step } from './figure-scope.ts';
import { NOT_WON, withResult } from './result.ts';

/** Steps missed and reasons given more than once in half a year. */
export const repeats: Figure = {
  id: 'repeats',
  isWhole: true,
  needs: (scope) => [
    ...scope.steps.flatMap((step) => [lossesBy({ step: step.id }, scope), openBy({ step: step.id }, scope)]),
    lossesBy('reason', scope),
    openBy('reason', scope),
  ],
  table: (tallies, scope) => {
    const steps = scope.steps.flatMap((step) =>
      stepRow(step, tallies(lossesBy({ step: step.id }, scope)), tallies(openBy({ step: step.id }, scope))),
    );
    const reasons = reasonRows(tallies(lossesBy('reason', scope)), tallies(openBy('reason', scope)), scope);
    const rows = [...steps, ...reasons].toSorted(byCount('times'));
    return {
      id: 'repeats',
      title: `What came back within ${REPEAT_DAYS} days (deals overlap)`,
      columns: COLUMNS,
      rows,
      ...(rows.length === 0 && !isAnyKnown(tallies, scope) && { notKnown: 'what comes back' }),
      notes: [`${rows.length === 0 ? 'No step was missed twice and no reason came back. ' : ''}${sayWindow(scope)}`],
    };
  },
};

const COLUMNS: FigureTable['columns'] = [
  { key: 'kind', title: 'what', kind: 'text', words: { step: 'missed step', reason: 'reason' } },
  countColumn('times', 'times'),
  moneyColumn('value', 'value'),
  { key: 'lastSeen', title: 'last seen', kind: 'day' },
  { key: 'openAction', title: 'still open', kind: 'text' },
];

/** Whether any loss of these days says anything that could have come back. */
function isAnyKnown(tallies: Tallies, scope: FigureScope): boolean {
  const requests = [...scope.steps.map((step) => lossesBy({ step: step.id }, scope)), lossesBy('reason', scope)];
  return requests.some((request) =>
    withResult(tallies(request), 1, ...NOT_WON).some(({ at: [value] }) => value !== null),
  );
}

function lossesBy(dimension: Dimension, scope: FigureScope): TallyRequest {
  return { of: 'decided', by: [dimension, 'outcome'], within: windowOf(scope) };
}

function openBy(dimension: Dimension, scope: FigureScope): TallyRequest {
  return { of: 'action', by: [dimension, 'state', 'rule'], within: windowOf(scope) };
}

function windowOf(scope: FigureScope): DayRange {
  const to = endOf(scope);
  return { from: addDays(to, -REPEAT_DAYS), to };
}

/** The half year reaches back as far as it does, wherever the report begins. */
function sayWindow(scope: FigureScope): string {
  const { from } = scope.period;
  const earlier = from !== undefined && from > addDays(endOf(scope), -REPEAT_DAYS);
  const before = earlier ? `, also before ${sayShortDay(from)}` : '';
  return `Losses in the ${REPEAT_DAYS} days up to ${sayDay(endOf(scope))}${before}.`;
}

/** The end of the report, or today if that comes first. */
function endOf({ today, period: { to } }: FigureScope): Day {
  return to !== undefined && to < today ? to : today;
}

function stepRow(step: Step, losses: Tally, actions: Tally): readonly FigureRow[] {
  const isMissed = ({ at: [value] }: Tally[number]): boolean => step.missed.includes(String(value));
  return repeatRow(
    { key: step.id, label: step.label, kind: 'step' },
    withResult(losses.filter(isMissed), 1, ...NOT_WON),
    openAction(actions.filter(isMissed), [...step.rules, 'next-time']),
  );
}

function reasonRows(losses: Tally, actions: Tally, { reasons }: FigureScope): readonly FigureRow[] {
  const actionsByReason = splitTally(actions);
  return [...splitTally(withResult(losses, 1, ...NOT_WON))].flatMap(([code, tally]) =>
    code === null
      ? []
      : repeatRow(
          { key: String(code), label: findReason(reasons, String(code))?.label ?? String(code), kind: 'reason' },
          tally,
          openAction(actionsByReason.get(code) ?? [], ['next-time', 'compensate']),
        ),
  );
}

/** Once is no repeat. */
function repeatRow(
  { key, label, kind }: { readonly key: string; readonly label: string; readonly kind: 'step' | 'reason' },
  losses: Tally,
  open: string | null,
): readonly FigureRow[] {
  const times = dealsIn(losses);
  if (times < 2) return [];
  const days = losses.flatMap(({ last }) => last ?? []).toSorted();
  return [
    {
      key,
      label,
      evidence: evidenceOf(times),
      values: { kind, times, value: moneyIn(losses), lastSeen: days.at(-1) ?? null, openAction: open },
    },
  ];
}

/** The latest action by one of these rules that is still open. */
function openAction(actions: Tally, rules: readonly string[]): string | null {
  const ids = actions.flatMap(({ at: [, state, rule], latest }) =>
    (state === 'open' || state === 'overdue') && rules.includes(String(rule)) ? [latest] : [],
  );
  return ids.length === 0 ? null : `A${Math.max(...ids)}`;
}
