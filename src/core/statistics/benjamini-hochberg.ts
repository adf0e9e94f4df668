/**
 * A q for each p, in the same order: the share of false finds to expect among all that are called at this q or a smaller one
 * (Benjamini & Hochberg 1995, as adjusted values). Whatever was not tested has no p and no q, and does not count.
 */
export function qValues(pValues: readonly (number | undefined)[]): readonly (number | undefined)[] {
  const tested = pValues.flatMap((p, index) => (p === undefined ? [] : [{ p, index }]));
  const qs: (number | undefined)[] = pValues.map(() => undefined);
  let least = 1;
  for (const [place, { p, index }] of tested.toSorted((one, other) => other.p - one.p).entries()) {
    const rank = tested.length - place;
    least = Math.min(least, p * (tested.length / rank));
    qs[index] = least;
  }
  return qs;
}
