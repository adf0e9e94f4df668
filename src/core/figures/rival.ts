import { dealsIn, splitTally, type Tally, type TallyRow } from '../report/tally.ts';
import { resultOf } from './result.ts';

/** The most frequent text in a dimension; of two, the first by the alphabet. */
export function commonest(tally: Tally, place: number): string | null {
  const counts = [...splitTally(tally, place)].flatMap(([value, rows]) =>
    typeof value === 'string' ? [{ value, deals: dealsIn(rows) }] : [],
  );
  const [most] = counts.toSorted((one, other) => other.deals - one.deals || (one.value < other.value ? -1 : 1));
  return most?.value ?? null;
}

/** A name is written as it is in the most deals. */
export function commonestName(met: readonly Met[]): string | null {
  return commonest(
    met.map(({ name, row }) => ({ ...row, at: [name] })),
    0,
  );
}

/** Somebody met in a deal, by a key that does not mind how it was typed. */
interface Rival {
  readonly key: string;
  readonly name: string;
}

/** A rival as it was named in some deals. */
export interface Met extends Rival {
  readonly row: TallyRow;
}

/** The rows of a tally in which a rival was met. */
export function rowsIn(met: readonly Met[]): Tally {
  return met.map(({ row }) => row);
}

/** The rows by the rival that was met in them, by its key; those with none are left out. */
export function byRival(
  tally: Tally,
  rivalOf: (row: TallyRow) => Rival | undefined,
): ReadonlyMap<string, readonly Met[]> {
  const rivals = new Map<string, Met[]>();
  for (const row of tally) {
    const named = rivalOf(row);
    if (named !== undefined) rivals.set(named.key, [...(rivals.get(named.key) ?? []), { ...named, row }]);
  }
  return rivals;
}

/** What is no name of a vendor. */
const APART = new Map([
  ['do-nothing', 'doing nothing'],
  ['in-house', 'building it themselves'],
  ['not-named', 'somebody not named'],
]);

const DOING_NOTHING = new Set([
  'do-nothing',
  'do nothing',
  'doing nothing',
  'nothing',
  'nobody',
  'no one',
  'none',
  'no decision',
  'status quo',
]);

/** Who has the business after a loss: nobody, the buyer, or the vendor that was named. */
export function rivalOfLoss({ at: [winner, , outcome] }: TallyRow): Rival | undefined {
  if (resultOf(outcome) === 'no-decision') return apart('do-nothing');
  if (outcome === 'in-house') return apart('in-house');
  if (outcome === 'lost-unspecified' && winner === null) return undefined;
  return rivalNamed(winner) ?? apart('not-named');
}

/** The rival that a name stands for, and who decided for nothing at all; undefined for no name. */
export function rivalNamed(name: TallyRow['at'][number] | undefined): Rival | undefined {
  if (typeof name !== 'string' || name.trim() === '') return undefined;
  const key = name.trim().normalize('NFC').toLowerCase();
  return DOING_NOTHING.has(key) ? apart('do-nothing') : { key, name: name.trim() };
}

function apart(key: string): Rival {
  return { key, name: APART.get(key) ?? key };
}
