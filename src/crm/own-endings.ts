import { UserError } from '../core/user-error.ts';

/** What the person says of stages and statuses whose names do not tell how a deal ended, such as bare numbers: by name, in small letters. */
export type OwnEndings = ReadonlyMap<string, 'won' | 'lost'>;

/** Nothing said. */
export const NO_OWN_ENDINGS: OwnEndings = new Map();

/** By what is typed. Throws `UserError` for an empty name, and for one that is said to be both. */
export function readOwnEndings(won: readonly string[] = [], lost: readonly string[] = []): OwnEndings {
  const theWon = won.map(ownEndingKey);
  const theLost = lost.map(ownEndingKey);
  if ([...theWon, ...theLost].includes('')) {
    throw new UserError('A stage needs its name.', 'Write it as it stands in the file: --won-stage "Signed"');
  }
  const both = won.find((name) => theLost.includes(ownEndingKey(name)));
  if (both !== undefined) {
    throw new UserError(`The stage ${both.trim()} cannot mean both won and lost.`, 'Leave one of the two out.');
  }
  return new Map([...theWon.map((name) => [name, 'won'] as const), ...theLost.map((name) => [name, 'lost'] as const)]);
}

/** How a stage is looked up. */
export function ownEndingKey(name: string): string {
  return name.trim().toLowerCase();
}
