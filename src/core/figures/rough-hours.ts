import type { TallyRow } from '../report/tally.ts';

/** The hours that an answer stands for, at least and at most. */
const BOUNDS: Readonly<Record<string, readonly [least: number, most: number | undefined]>> = {
  'under-5': [0, 5],
  'to-20': [5, 20],
  'to-50': [20, 50],
  'to-100': [50, 100],
  'over-100': [100, undefined],
};

/** Whether an answer says how many hours went into a deal. */
export function saysHours(answer: TallyRow['at'][number] | undefined): boolean {
  return typeof answer === 'string' && Object.hasOwn(BOUNDS, answer);
}

/** The hours in some deals, by the answers at a place of their rows; the upper end is nothing where one of them has none. */
export function roughHours(
  tally: readonly Pick<TallyRow, 'at' | 'deals'>[],
  place: number,
): { readonly hoursKnown: number; readonly hoursLeast: number; readonly hoursMost: number | null } {
  const known = tally.filter(({ at }) => saysHours(at[place]));
  let [deals, least, most]: [number, number, number | null] = [0, 0, known.length === 0 ? null : 0];
  for (const row of known) {
    const [from, to] = BOUNDS[String(row.at[place])] ?? [0, undefined];
    deals += row.deals;
    least += from * row.deals;
    most = most === null || to === undefined ? null : most + to * row.deals;
  }
  return { hoursKnown: deals, hoursLeast: least, hoursMost: most };
}
