import { Option } from 'commander';

/** `--period`, which says both ends at once. */
export function periodOption(): Option {
  const words = 'only decided in it: last-quarter, this-year, 2026-Q3, 2026-08 …';
  return new Option('--period <period>', words).conflicts(['from', 'to']);
}
