import type { FigureRow, FigureTable } from '../report/report-table.ts';
import { counted, leftOut, listed } from '../text/sentence.ts';
import { demoStageName, type Stage } from '../settings/settings.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import type { Share } from '../statistics/wilson.ts';
import { dealsIn, type DealSide, moneyIn, splitTally, type Tally } from '../report/tally.ts';
import { countColumn, moneyColumn, shareColumns, shareValues } from './columns.ts';
import { decided } from './decisions.ts';
import type { Figure, Tallies } from './figure.ts';
import type { FigureScope } from './figure-scope.ts';
import { NOT_WON, withResult } from './result.ts';

/** Where the losses turned, and whether too many turn before the demo: then the wrong people may be spoken to. */
export const stages: Figure = {
  id: 'stages',
  needs: () => [STAGES, ...ORIGINS.map(({ request }) => request)],
  table: (tallies, scope) => {
    const losses = withResult(tallies(STAGES), 1, ...NOT_WON);
    const known = losses.filter(({ at: [stage] }) => stage !== null);
    const missing = dealsIn(losses) - dealsIn(known);
    return {
      id: 'stages',
      title: 'Where the losses turned',
      columns: [...COLUMNS, earlyColumn(scope.stages)],
      rows: rowsOf(known, scope),
      notes: [
        ...(known.length === 0 ? ['The debrief of a loss asks where it turned: lossdebrief new'] : []),
        ...(missing === 0 ? [] : [leftOut(missing, counted(dealsIn(losses), 'loss', 'losses'), 'no stage noted')]),
        ...earlyNotes(earlyGroups(known, tallies, scope), scope.stages),
      ],
      ...(known.length === 0 && { notKnown: 'where losses turn' }),
      chart: { kind: 'bars', column: 'losses' },
    };
  },
};

const STAGES = decided('stage');
const ORIGINS = (['persona', 'source'] as const satisfies readonly DealSide[]).map((side) => ({
  side,
  request: decided('stage', side),
}));

const COLUMNS: FigureTable['columns'] = [
  countColumn('losses', 'losses'),
  countColumn('total', 'of'),
  ...shareColumns('share', 'share', { count: 'losses', total: 'total' }),
  moneyColumn('value', 'value'),
];

/** The stage by the person's own name. */
function earlyColumn(stages: readonly Stage[]): FigureTable['columns'][number] {
  return { key: 'early', title: `before the ${demoStageName(stages)}`, kind: 'yes-no' };
}

/** In the order of the sale; a stage that is not among the settings comes after those that are. */
function rowsOf(known: Tally, { stages }: FigureScope): readonly FigureRow[] {
  const total = dealsIn(known);
  const place = ({ key }: FigureRow): number => stages.findIndex(({ id }) => id === key) + 1 || stages.length + 1;
  return [...splitTally(known)]
    .map(([stage, tally]) => rowOf(String(stage), tally, total, stages))
    .toSorted((one, other) => place(one) - place(other) || (one.key < other.key ? -1 : 1));
}

function rowOf(stage: string, tally: Tally, total: number, stages: readonly Stage[]): FigureRow {
  const losses = dealsIn(tally);
  return {
    key: stage,
    label: stages.find(({ id }) => id === stage)?.name ?? stage,
    evidence: evidenceOf(total),
    values: {
      losses,
      total,
      ...shareValues('share', { count: losses, total }),
      value: moneyIn(tally),
      early: isEarly(stage, stages),
    },
  };
}

function isEarly(stage: string, stages: readonly Stage[]): boolean {
  const demo = stages.findIndex(({ isDemo }) => isDemo);
  // Where no stage is marked, none comes before it.
  return stages.slice(0, Math.max(0, demo)).some(({ id }) => id === stage);
}

/** Losses that have something in common, and how many of them turned before the demo. */
interface EarlyGroup extends Share {
  readonly of: string;
}

/** Half of the losses before the demo, of five at least, is a sign that the message and the people do not match. */
function earlyGroups(known: Tally, tallies: Tallies, { stages }: FigureScope): readonly EarlyGroup[] {
  const groups = ORIGINS.flatMap(({ side, request }) =>
    [...splitTally(withResult(tallies(request), 2, ...NOT_WON), 1)].flatMap(([value, tally]) =>
      value === null ? [] : [earlyGroup(`${side} ${value}`, tally, stages)],
    ),
  );
  return [earlyGroup('all losses', known, stages), ...groups].filter(
    ({ count, total }) => evidenceOf(total) !== 'too-few' && count / total >= MANY,
  );
}

const MANY = 0.5;

function earlyGroup(of: string, tally: Tally, stages: readonly Stage[]): EarlyGroup {
  const known = tally.filter(({ at: [stage] }) => stage !== null);
  const early = known.filter(({ at: [stage] }) => isEarly(String(stage), stages));
  return { of, count: dealsIn(early), total: dealsIn(known) };
}

function earlyNotes(groups: readonly EarlyGroup[], stages: readonly Stage[]): readonly string[] {
  if (groups.length === 0) return [];
  const before = listed(
    stages.filter(({ id }) => isEarly(id, stages)).map(({ name }) => name),
    'or',
  );
  const found = listed(groups.map(({ of, count, total }) => `${of} (${count} of ${total})`));
  return [
    `Half or more turned before the ${demoStageName(stages)}, at ${before}: ${found}. Are these the right people, and is it the right message for them?`,
  ];
}
