/** The values below which a quarter, a half and three quarters lie. */
export interface Quartiles {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** The median and the quartiles, or undefined where there is nothing to take them from. */
export function quartiles(values: readonly number[]): Quartiles | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  const [lower, median, upper] = [1 / 4, 1 / 2, 3 / 4].map((share) => quantile(sorted, share));
  if (lower === undefined || median === undefined || upper === undefined) return undefined;
  return { lower, median, upper };
}

/** The value in the middle, or undefined where there is none. */
export function median(values: readonly number[]): number | undefined {
  return quartiles(values)?.median;
}

/** Definition 7 of Hyndman & Fan (1996): a straight line between the two nearest, as R and spreadsheets have it. */
function quantile(sorted: readonly number[], share: number): number | undefined {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  return below === undefined || above === undefined ? undefined : below + (place % 1) * (above - below);
}
