import { chdtrc, compiled, lgam, ndtri } from 'cephes';

// Cephes (Moshier 1989) comes as WebAssembly, which has to be ready before the first call.
await compiled;

/** How many standard errors an interval at this level reaches to either side: 1.96 at 0.95. */
export function twoSidedZ(level: number): number {
  return ndtri((1 + level) / 2);
}

/** The chance of a chi-square value at least this large, with so many degrees of freedom. */
export function chiSquareTail(value: number, degrees: number): number {
  try {
    return chdtrc(degrees, value);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    // All else that it throws is an underflow, far out in one tail or the other.
    return value > degrees ? 0 : 1;
  }
}

/** The natural logarithm of n!. */
export function logFactorial(n: number): number {
  return lgam(n + 1);
}

/** The natural logarithms of 0! to n!, where they are looked up often. */
export function logFactorialsUpTo(n: number): Float64Array {
  return Float64Array.from({ length: n + 1 }, (_, count) => logFactorial(count));
}
