/** The word that was probably meant: the nearest of those known, if it is no more than two slips away; undefined otherwise. */
export function nearWord(typed: string, known: readonly string[]): string | undefined {
  const wanted = plain(typed);
  const ranked = known
    .map((word) => ({ word, slips: slipsBetween(wanted, plain(word)) }))
    .filter(({ word, slips }) => slips <= MOST_SLIPS && slips < word.length / 2)
    .toSorted((one, other) => one.slips - other.slips);
  return ranked[0]?.word;
}

const MOST_SLIPS = 2;

/** `contractLead` and `contract_lead` are `contract-lead` in another spelling. */
function plain(word: string): string {
  return word.replaceAll(/[\s_-]/g, '').toLowerCase();
}

/** How many letters have to be added, taken out, changed, or swapped with the next (optimal string alignment). */
function slipsBetween(one: string, other: string): number {
  let earlier: readonly number[] = [];
  let before: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 0; row < one.length; row += 1) {
    const now = [row + 1];
    for (let column = 0; column < other.length; column += 1) {
      const changed = (before[column] ?? 0) + (other[column] === one[row] ? 0 : 1);
      const isSwapped = row > 0 && one[row] === other[column - 1] && one[row - 1] === other[column];
      const swapped = isSwapped ? (earlier[column - 1] ?? 0) + 1 : changed;
      now.push(Math.min(changed, swapped, (before[column + 1] ?? 0) + 1, (now[column] ?? 0) + 1));
    }
    [earlier, before] = [before, now];
  }
  return before.at(-1) ?? 0;
}
