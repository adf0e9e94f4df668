import { type Evidence, evidenceOf } from './evidence.ts';
import { type Share, wilson } from './wilson.ts';

/** A share in the words that its evidence allows: `3 of 5 (23 % to 88 %)`, or `43 % (35 % to 53 %)` from thirty deals on. */
export function sayShare(share: Share): string {
  const proportion = wilson(share);
  if (!proportion) return 'none to count';
  const { rate, low, high } = proportion;
  const interval = `(${percent(low)} to ${percent(high)})`;
  const count = `${share.count} of ${share.total}`;
  const words: Record<Evidence, string> = {
    'too-few': `${count}, too few to say`,
    counts: `${count} ${interval}`,
    // In so many words a pattern would read as something that was found.
    pattern: `${count} ${interval}`,
    rate: `${sayPercent(rate)} ${interval}`,
  };
  return words[evidenceOf(share.total)];
}

/** The same, with its counts in any case: from thirty deals on `sayShare` has a percentage alone. */
export function sayCounted(share: Share): string {
  const words = sayShare(share);
  return evidenceOf(share.total) === 'rate' ? `${share.count} of ${share.total}, ${words}` : words;
}

/** A share of all there is, as a percentage: nearly all is not all, and hardly any is not none. */
export function sayPercent(rate: number): string {
  if (rate > 0 && rate < 0.005) return 'under 1 %';
  return rate < 1 && rate >= 0.995 ? 'over 99 %' : percent(rate);
}

function percent(rate: number): string {
  return `${Math.round(rate * 100)} %`;
}
