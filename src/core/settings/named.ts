/** Something that the person has named, and the id that answers keep it by. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Names with their ids. */
export function named(names: readonly string[]): readonly Named[] {
  return names.map((name) => ({ id: idFor(name), name }));
}

/** A name as an id: small letters of any script and digits, with dashes between words; empty if it has neither. */
export function idFor(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}
