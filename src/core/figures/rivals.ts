import type { FigureRow, FigureTable } from '../report/report-table.ts';
import { brief } from '../text/sentence.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { dealsIn, splitTally, type Tally, type TallyRequest } from '../report/tally.ts';
import { byCount, countColumn, shareColumns, shareValues } from './columns.ts';
import { decided } from './decisions.ts';
import type { Figure, Tallies } from './figure.ts';
import { NOT_WON, withResult } from './result.ts';
import { byRival, commonestName, type Met, rivalOfLoss, rowsIn } from './rival.ts';

/**
 * The ledger by rival: which weaknesses of mine they show, and whether the buyers came to regret it as I expected. These are
 * reflections, so this figure is shared with nobody.
 */
export const rivals: Figure = {
  id: 'rivals',
  unless: 'It takes a deep look at a loss to somebody else: lossdebrief review D1',
  needs: () => [WEAKNESSES, EDGES, REGRETS, CHECKS],
  table: (tallies) => {
    const seen = countRivals(tallies);
    const isLookedAt = seen.some(({ weaknesses, regrets }) => weaknesses.length + regrets.length > 0);
    if (!isLookedAt) return undefined;
    return {
      id: 'rivals',
      title: 'What rivals show of me, and whether they were regretted (what I think)',
      columns: COLUMNS,
      rows: [...(seen.length === 1 ? [] : [rowOf(together(seen))]), ...seen.map(rowOf).toSorted(byCount('losses'))],
      notes: ['A regret counts as come true when its day has come and you said that it did.'],
    };
  },
};

const WEAKNESSES = decided('winner', { reflection: 'weakness' });
const EDGES = decided('winner', { answer: 'winner-edge' });
const REGRETS = decided('winner', { reflection: 'regret' });
const CHECKS: TallyRequest = { of: 'entry', by: ['winner', 'came-of-it', 'outcome', 'rule'] };

const COLUMNS: FigureTable['columns'] = [
  countColumn('losses', 'losses'),
  countColumn('named', 'weakness named'),
  countColumn('cannotSee', 'could not see one'),
  countColumn('expected', 'regret expected'),
  countColumn('cameTrue', 'came true'),
  countColumn('checked', 'of'),
  ...shareColumns('rate', 'regret came true', { count: 'cameTrue', total: 'checked' }),
  { key: 'weaknesses', title: 'weaknesses', kind: 'text', isPrivate: true },
];

/** What there is to say of one rival, each as the losses with it. */
interface Seen {
  readonly key: string;
  readonly name: string;
  readonly losses: Tally;
  readonly weaknesses: Tally;
  readonly cannotSee: Tally;
  /** Losses in which the question was answered, either way. */
  readonly regrets: Tally;
  readonly checks: Tally;
}

/** Each rival of whom anything was said; nobody and the buyer's own house are none. */
function countRivals(tallies: Tallies): readonly Seen[] {
  const losses = lossesTo(tallies(WEAKNESSES));
  const edges = lossesTo(tallies(EDGES));
  const regrets = lossesTo(tallies(REGRETS));
  const checks = lossesTo(tallies(CHECKS));
  return [...losses].flatMap(([key, met]) => {
    const seen: Seen = {
      key,
      name: commonestName(met) ?? key,
      losses: rowsIn(met),
      weaknesses: answeredIn(met),
      cannotSee: answeredIn(edges.get(key)).filter(({ at: [, edge] }) => edge === 'cannot-see'),
      regrets: answeredIn(regrets.get(key)),
      checks: answeredIn(checks.get(key)).filter(({ at: [, , , rule] }) => rule === 'regret-check'),
    };
    return dealsIn([...seen.weaknesses, ...seen.cannotSee, ...seen.regrets]) === 0 ? [] : [seen];
  });
}

function lossesTo(tally: Tally): ReadonlyMap<string, readonly Met[]> {
  return byRival(withResult(tally, 2, ...NOT_WON), (row) => {
    const rival = rivalOfLoss(row);
    return rival?.key === 'do-nothing' || rival?.key === 'in-house' ? undefined : rival;
  });
}

function answeredIn(met: readonly Met[] = []): Tally {
  return rowsIn(met).filter(({ at: [, answer] }) => answer !== null);
}

/** The row of all rivals, which has the numbers and leaves the words to each of them. */
const TOGETHER = 'all';

function together(seen: readonly Seen[]): Seen {
  return {
    key: TOGETHER,
    name: 'all of them',
    losses: seen.flatMap(({ losses }) => losses),
    weaknesses: seen.flatMap(({ weaknesses }) => weaknesses),
    cannotSee: seen.flatMap(({ cannotSee }) => cannotSee),
    regrets: seen.flatMap(({ regrets }) => regrets),
    checks: seen.flatMap(({ checks }) => checks),
  };
}

function rowOf({ key, name, losses, weaknesses, cannotSee, regrets, checks }: Seen): FigureRow {
  const cameTrue = dealsIn(checks.filter(({ at: [, cameOfIt] }) => cameOfIt === 'happened'));
  const share = { count: cameTrue, total: dealsIn(checks) };
  return {
    key,
    label: name,
    evidence: evidenceOf(dealsIn(losses)),
    values: {
      losses: dealsIn(losses),
      named: dealsIn(weaknesses),
      cannotSee: dealsIn(cannotSee),
      expected: dealsIn(regrets.filter(({ at: [, regret] }) => regret === 'yes')),
      cameTrue: share.count,
      checked: share.total,
      ...shareValues('rate', share),
      weaknesses: key === TOGETHER ? null : textsIn(weaknesses),
    },
  };
}

/** Each text once, that of the most losses first. */
function textsIn(tally: Tally): string | null {
  const texts = [...splitTally(tally, 1)]
    .map(([text, rows]) => ({ text: brief(String(text)), deals: dealsIn(rows) }))
    .toSorted((one, other) => other.deals - one.deals || (one.text < other.text ? -1 : 1));
  return texts.length === 0 ? null : [...new Set(texts.map(({ text }) => text))].join('; ');
}
