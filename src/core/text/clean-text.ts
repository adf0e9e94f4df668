/**
 * Text that cannot drive a terminal: control characters become visible (`^[`), characters that turn the reading direction
 * are named (`<U+202E>`), invisible ones are dropped. Records are stored as they came; this stands between them and every
 * screen, prompts included. Line breaks stay in `keep`, and become ` ⏎ ` where one line is all there is.
 */
export function cleanText(text: string, lineBreaks: 'keep' | 'mark' = 'mark'): string {
  if (PLAIN.test(text)) return text;
  return text
    .toWellFormed()
    .replaceAll(LINE_BREAK, lineBreaks === 'keep' ? '\n' : ' ⏎ ')
    .replaceAll('\t', ' ')
    .replaceAll(INVISIBLE, '')
    .replaceAll(DIRECTIONAL, (character) => named(character))
    .replaceAll(CONTROL, (character) => (character === '\n' ? character : visible(character)));
}

/** Text that is safe inside JSON on a screen: the same string after parsing, with nothing in it that a terminal obeys. */
export function cleanJson(json: string): string {
  return json.replaceAll(OBEYED_IN_JSON, (character) => `\\u${hex(character)}`);
}

const PLAIN = /^[\x20-\x7e\u00a0-\u00ff\u2010-\u2027\u2580-\u259f]*$/;
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/g;
const INVISIBLE = /[\u200b\u2060\ufeff]/g;
const DIRECTIONAL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const CONTROL = /\p{Cc}/gu;
const OBEYED_IN_JSON = /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/g;

function visible(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x7f) return '^?';
  return code < 0x20 ? `^${String.fromCharCode(code + 0x40)}` : named(character);
}

function named(character: string): string {
  return `<U+${hex(character).toUpperCase()}>`;
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, '0');
}
