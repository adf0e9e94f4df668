import { cleanText } from '../core/text/clean-text.ts';

/** Text that Markdown leaves as it is: no table is broken by it, no HTML begins, and nothing is drawn or linked. */
export function markdownText(text: string): string {
  return cleanText(text)
    .replaceAll('\u00a0', ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_[\]|~$]/g, String.raw`\$&`)
    .replace(/^(\s*)([#+=-]|\d+(?=[.)]))/, (_, space: string, mark: string) => `${space}${asText(mark)}`);
}

/** A mark at the beginning of a line that would make it a list or a heading. */
function asText(mark: string): string {
  return /\d/.test(mark) ? `${mark}\\` : `\\${mark}`;
}
