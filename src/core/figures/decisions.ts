import type { Dimension, Tally, TallyRequest } from '../report/tally.ts';
import type { Tallies } from './figure.ts';

/** Deals by how they ended, on the day they did. */
export function decided(...by: readonly Dimension[]): TallyRequest {
  return { of: 'decided', by: [...by, 'outcome'] };
}

/**
 * All decisions: deals by how they ended, and once more those that were won back, as wins on the day of that. A loss stays in
 * its period when the deal is won back.
 */
export function decisions(...by: readonly Dimension[]): readonly [TallyRequest, TallyRequest] {
  return [decided(...by), { of: 'won-back', by: [...by, 'outcome'] }];
}

/** The rows of several requests with the same dimensions, as those of one. */
export function together(tallies: Tallies, requests: readonly TallyRequest[]): Tally {
  return requests.flatMap(tallies);
}
