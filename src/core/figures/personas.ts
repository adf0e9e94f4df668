import type { FigureRow, FigureTable } from '../report/report-table.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { dealsIn, splitTally, type Tally } from '../report/tally.ts';
import { byCount, countColumn, shareColumns, shareValues } from './columns.ts';
import { decided, decisions, together } from './decisions.ts';
import type { Figure } from './figure.ts';
import { DECIDED, NOT_WON, withResult } from './result.ts';

/** Who buys and who does not, who never decides, and how often the aim was off. */
export const personas: Figure = {
  id: 'personas',
  unless: 'It takes deals with a persona, as a CRM knows it, or a deep look that says whether it was the right buyer.',
  needs: () => [...decisions('persona'), BUYERS],
  table: (tallies) => {
    const all = byPersona(withResult(together(tallies, decisions('persona')), 1, ...DECIDED));
    const buyers = byPersona(withResult(tallies(BUYERS), 2, ...NOT_WON).filter(isJudged));
    const named = [...all].filter(([persona]) => persona !== UNKNOWN);
    if (named.length === 0 && buyers.size === 0) return undefined;
    const rowFor = (persona: string): FigureRow => rowOf(persona, all.get(persona) ?? [], buyers.get(persona) ?? []);
    return {
      id: 'personas',
      title: 'Whom I sell to, and who buys',
      columns: COLUMNS,
      rows: [
        ...named.map(([persona]) => rowFor(persona)).toSorted(byCount('total')),
        ...(all.has(UNKNOWN) ? [rowFor(UNKNOWN)] : []),
      ],
      notes: [
        'No decision: nobody has the business. The wrong buyer is what deep looks at losses say, of those that do.',
      ],
      chart: { kind: 'bars', column: 'rate' },
    };
  },
};

const BUYERS = decided('persona', { answer: 'right-buyer' });

const COLUMNS: FigureTable['columns'] = [
  countColumn('won', 'won'),
  countColumn('total', 'of'),
  ...shareColumns('rate', 'won', { count: 'won', total: 'total' }),
  countColumn('lost', 'lost'),
  countColumn('noDecision', 'no decision'),
  ...shareColumns(
    'noDecisionShare',
    'no decision',
    { count: 'noDecision', total: 'total' },
    { low: 'noDecisionLow', high: 'noDecisionHigh' },
  ),
  countColumn('wrongPerson', 'wrong person'),
  countColumn('wrongCompany', 'wrong company'),
  countColumn('buyerKnown', 'of losses that say'),
];

/** The key of the deals whose persona nobody noted: debriefs do not ask for it. */
const UNKNOWN = '';

function byPersona(tally: Tally): ReadonlyMap<string, Tally> {
  const keyed = tally.map((row) => ({ ...row, at: [row.at[0] ?? UNKNOWN, ...row.at.slice(1)] }));
  return new Map([...splitTally(keyed)].map(([persona, rows]) => [String(persona), rows]));
}

/** Whether the deep look says if it was the right buyer. */
function isJudged({ at: [, buyer] }: Tally[number]): boolean {
  return buyer !== null && buyer !== 'unknown';
}

function rowOf(persona: string, tally: Tally, buyers: Tally): FigureRow {
  const total = dealsIn(tally);
  const count = (result: 'won' | 'lost' | 'no-decision'): number => dealsIn(withResult(tally, 1, result));
  const {
    low: noDecisionLow,
    high: noDecisionHigh,
    noDecisionShare,
  } = shareValues('noDecisionShare', {
    count: count('no-decision'),
    total,
  });
  const who = (buyer: string): number => dealsIn(buyers.filter(({ at: [, value] }) => value === buyer));
  return {
    key: persona,
    label: persona === UNKNOWN ? 'not noted' : persona,
    evidence: evidenceOf(total),
    values: {
      won: count('won'),
      total,
      ...shareValues('rate', { count: count('won'), total }),
      lost: count('lost'),
      noDecision: count('no-decision'),
      noDecisionShare,
      noDecisionLow,
      noDecisionHigh,
      wrongPerson: who('wrong-person'),
      wrongCompany: who('wrong-company'),
      buyerKnown: dealsIn(buyers),
    },
  };
}
