import { chdtrc, compiled, lgam, ndtri } from 'cephes';

// Cephes (Moshier 1989) comes as WebAssembly, which has to be ready before the first call.
await compiled;

/** How many standard errors an interval at this level reaches to either side: 1.96 at 0.95. */
export function twoSidedZ(level: number): number {
  const intervals = Math.round(0.05 / (1 - level));
  const isUsual = Math.abs(1 - 0.05 / intervals - level) < 1e-12;
  return (isUsual ? Z_OF_EACH_OF[intervals - 1] : undefined) ?? ndtri((1 + level) / 2);
}

/** What one to twelve intervals need that hold at 0.95 together, as printed tables have it: few deals do not wait for Cephes. */
const Z_OF_EACH_OF = [
  1.959963984540054, 2.241402727604947, 2.3939797998185104, 2.497705474412374, 2.5758293035489004, 2.638257273476751,
  2.690109527158867, 2.7343687865331767, 2.7729212946086634, 2.807033768343811, 2.8375969129437872, 2.8652602385321346,
];

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
  return n <= LARGEST_FACTORIAL ? Math.log(factorial(n)) : lgam(n + 1);
}

/** The last n whose factorial a number holds. */
const LARGEST_FACTORIAL = 170;

function factorial(n: number): number {
  let product = 1;
  for (let factor = 2; factor <= n; factor += 1) product *= factor;
  return product;
}

/** The natural logarithms of 0! to n!, where they are looked up often. */
export function logFactorialsUpTo(n: number): Float64Array {
  return Float64Array.from({ length: n + 1 }, (_, count) => logFactorial(count));
}
