/** What an import may change of a deal, by the names it has here. */
export const IMPORTED = [
  'name',
  'account',
  'owner',
  'outcome',
  'minor',
  'currency',
  'createdOn',
  'decidedOn',
  'winner',
  'stage',
  'segment',
  'persona',
  'source',
  'product',
  'fields',
] as const;

/** The column of the table of deals that each of them stands in. */
export function columnOf(name: (typeof IMPORTED)[number]): string {
  return name === 'minor' ? 'amount_minor' : name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
