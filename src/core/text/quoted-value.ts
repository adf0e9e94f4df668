/** A value as it was given, if it is a short one: a text may be private, and an object is never the answer to a code. */
export function quotedValue(value: unknown): string {
  if (typeof value === 'string') return value.length > LONGEST ? 'a longer text' : JSON.stringify(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? 'a list' : 'an object';
}

const LONGEST = 40;
