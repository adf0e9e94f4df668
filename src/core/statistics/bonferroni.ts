/** The level for each of several intervals, so that all of them together hold at `level` (Dunn 1961). */
export function levelForEach(comparisons: number, level = 0.95): number {
  return 1 - (1 - level) / Math.max(comparisons, 1);
}
