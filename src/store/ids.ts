/** The row number in a shown id (`A31` is row 31 of the actions), or undefined if it is not an id of that kind. */
export function rowOf(id: string, kind: 'D' | 'A' | 'F' | 'R' | 'P'): number | undefined {
  const [, letter, digits] = /^([DAFRP])([1-9]\d{0,14})$/.exec(id.trim().toUpperCase()) ?? [];
  return letter === kind ? Number(digits) : undefined;
}
