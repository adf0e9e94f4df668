/**
 * A source of numbers from 0 up to 1 that are always the same for a seed: sfc32 (Doty-Humphrey 2010, in PractRand). A report
 * that is printed twice must say the same twice.
 */
export function seededRandom(seed: number): () => number {
  let [a, b, c, counter] = [0, seed, 0, 1];
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < MIXING_ROUNDS; round += 1) next();
  return next;
}

// As many as it takes until seeds that are close have nothing in common.
const MIXING_ROUNDS = 12;
