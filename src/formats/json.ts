import { cleanJson } from '../core/text/clean-text.ts';

/** A value as JSON that reads back the same and holds nothing a terminal would obey. */
export function json(value: unknown): string {
  return `${cleanJson(JSON.stringify(value, undefined, 2))}\n`;
}
