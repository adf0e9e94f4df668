import { ascending, type Counts, marginsOf } from './contingency-table.ts';
import { logFactorialsUpTo } from './distributions.ts';
import { rarityLimit } from './exact-test.ts';
import { randomTables } from './random-table.ts';
import { seededRandom } from './seeded-random.ts';

/**
 * The exact test where there are too many tables to go through: on 9,999 of them, drawn by a generator that always begins
 * alike. The table itself counts as one more, so p is never 0 and never too small (Phipson & Smyth 2010).
 */
export function permutationTest(table: Counts): number {
  const margins = ascending(marginsOf(table));
  const logs = logFactorialsUpTo(margins.total);
  const next = randomTables(margins, seededRandom(SEED));
  const limit = rarityLimit(table);
  let found = 1;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    let rarity = 0;
    for (const count of next()) rarity += logs[count] ?? 0;
    if (rarity >= limit) found += 1;
  }
  return found / (DRAWS + 1);
}

const DRAWS = 9_999;
const SEED = 1948;
