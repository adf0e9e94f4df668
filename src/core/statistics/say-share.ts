import { type Evidence, evidenceOf } from './evidence.ts';
import { type Share, wilson } from './wilson.ts';

/** A share in the words that its evidence allows: `3 of 5 (23 % to 88 %)`, or `43 % (35 % to 53 %)` from thirty deals on. */
export function sayShare(share: Share): string {
  const proportion = wilson(share);
  if (!proportion) return 'none yet';
  const { rate, low, high } = proportion;
  const interval = `(${percent(low)} to ${percent(high)})`;
  const count = `${share.count} of ${share.total}`;
  const words: Record<Evidence, string> = {
    'too-few': `${count}, too few to say`,
    counts: `${count} ${interval}`,
    pattern: `${count}, a pattern ${interval}`,
    rate: `${percent(rate)} ${interval}`,
  };
  return words[evidenceOf(share.total)];
}

function percent(rate: number): string {
  return `${Math.round(rate * 100)} %`;
}
