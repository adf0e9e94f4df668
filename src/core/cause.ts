import type { Control } from './reasons.ts';

/** Why a deal was lost, in somebody's view. What they said, what I think and what was confirmed never overwrite each other. */
export interface Cause {
  readonly whose: 'self' | 'buyer' | 'colleague';
  readonly reason: string;
  readonly control: Control;
  readonly evidence: 'guess' | 'inference' | 'said-at-the-no' | 'said-later' | 'confirmed';
}

/** A cause with its place in somebody's view. */
export interface RankedCause extends Cause {
  readonly rank: 'primary' | 'contributing';
}
