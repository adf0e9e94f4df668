import type { Margins } from './contingency-table.ts';
import { logFactorialsUpTo } from './distributions.ts';

/**
 * Draws tables as they come about when rows and columns have nothing to do with each other but their margins are given:
 * row by row, each cell out of what is left (Patefield 1981, algorithm AS 159). It hands the same array out each time, row
 * after row.
 */
export function randomTables({ rows, columns, total }: Margins, random: () => number): () => Uint32Array {
  const logs = logFactorialsUpTo(total);
  const cells = new Uint32Array(rows.length * columns.length);
  const left = new Uint32Array(columns.length);
  return () => {
    left.set(columns);
    let unfilled = total;
    for (let row = 0; row < rows.length; row += 1) {
      let unplaced = rows[row] ?? 0;
      let pool = unfilled;
      unfilled -= unplaced;
      for (let column = 0; column < columns.length; column += 1) {
        const room = left[column] ?? 0;
        const cell = draw(unplaced, room, pool, logs, random);
        cells[row * columns.length + column] = cell;
        left[column] = room - cell;
        unplaced -= cell;
        pool -= room;
      }
    }
    return cells;
  };
}

/**
 * How many marked ones are among so many drawn from a pool: a hypergeometric number, by going outward from the likeliest, so
 * that it takes few steps even from a large pool.
 */
function draw(drawn: number, marked: number, pool: number, logs: Float64Array, random: () => number): number {
  const others = pool - marked;
  if (drawn === 0 || marked === 0) return 0;
  if (others === 0) return drawn;
  if (drawn === pool) return marked;
  const log = (count: number): number => logs[count] ?? 0;
  const logChoose = (n: number, k: number): number => log(n) - log(k) - log(n - k);
  const likeliest = Math.floor(((drawn + 1) * (marked + 1)) / (pool + 2));
  const chance = Math.exp(logChoose(marked, likeliest) + logChoose(others, drawn - likeliest) - logChoose(pool, drawn));
  let left = random() - chance;
  let [up, upChance] = [likeliest, chance];
  let [down, downChance] = [likeliest, chance];
  while (left >= 0 && (upChance > 0 || downChance > 0)) {
    upChance *= ((marked - up) * (drawn - up)) / ((up + 1) * (others - drawn + up + 1));
    up += 1;
    left -= upChance;
    if (left < 0) return up;
    downChance *= (down * (others - drawn + down)) / ((marked - down + 1) * (drawn - down + 1));
    down -= 1;
    left -= downChance;
    if (left < 0) return down;
  }
  return likeliest;
}
