import type { Tally } from '../report/tally.ts';

/** The number of each deal in a dimension that counts days, for medians; deals where it is not known are left out. */
export function spansIn(tally: Tally, place = 0): readonly number[] {
  return tally.flatMap(({ at, deals }) => {
    const days = at[place];
    return typeof days === 'number' ? Array.from({ length: deals }, () => days) : [];
  });
}
