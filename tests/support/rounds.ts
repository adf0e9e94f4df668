/** So many rounds of what is left to chance: 25 times as many in `npm run test:long`. */
export function rounds(usual: number): number {
  return usual * Number(process.env['ROUNDS'] ?? '1');
}
