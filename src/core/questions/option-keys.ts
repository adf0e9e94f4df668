import type { Options } from '../framework.ts';

/** A code of a choice with its words and the key that picks it. */
export interface KeyedOption {
  readonly value: string;
  readonly label: string;
  readonly key: string;
}

/**
 * Gives every option its key. A short list whose words begin with different letters is picked by them (`b` before, `l`
 * late); any other is lettered a, b, c …, because initials would jump about.
 */
export function keyed(options: Options): readonly KeyedOption[] {
  const entries = Object.entries(options);
  const initials = entries.map(([, label]) => label.charAt(0).toLowerCase());
  const areKeys = entries.length <= 4 && new Set(initials).size === entries.length && initials.every(isLetter);
  return entries.map(([value, label], index) => ({
    value,
    label,
    key: areKeys ? (initials[index] ?? '') : String.fromCharCode(97 + index),
  }));
}

function isLetter(character: string): boolean {
  return /^[a-z]$/.test(character);
}
