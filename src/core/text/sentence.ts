import { firstCharacters } from './first-characters.ts';

/** Whether a text begins with one of these words or phrases, as whole words and in any case. */
export function begins(text: string, phrases: readonly string[]): boolean {
  return leading(text, phrases) !== undefined;
}

/** A text without the first of these phrases that it begins with. */
export function without(text: string, phrases: readonly string[]): string {
  const phrase = leading(text, phrases);
  return phrase === undefined
    ? text
    : text
        .trim()
        .slice(phrase.length)
        .replace(/^[\s,:.…]+/, '');
}

/** A text that can stand before other words or after a lead-in: no full stop at its end. */
export function unstopped(text: string): string {
  return text.trim().replace(/\.$/, '');
}

/** `a`, `a and b`, `a, b and c`; with another word before the last. */
export function listed(items: readonly string[], last: string = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** `1 day`, `2 days`. */
export function counted(count: number, one: string, many: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `2 of 32 losses have no reason noted and are left out.`, `1 of 1 loss has no reason noted and is left out.` */
export function leftOut(missing: number, all: string, what: string): string {
  return `${missing} of ${all} ${missing === 1 ? 'has' : 'have'} ${what} and ${missing === 1 ? 'is' : 'are'} left out.`;
}

/** The text with a capital at its beginning. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The beginning of a text, for use inside a sentence: a pasted mail is kept whole elsewhere. */
export function brief(text: string): string {
  const lines = text.split('\n').filter((part) => part.trim() !== '');
  const [first = '', ...more] = lines.length > 1 && isSalutation(lines[0] ?? '') ? lines.slice(1) : lines;
  if (first.length <= LONGEST_BRIEF) return more.length === 0 ? unstopped(first) : `${unstopped(first)} …`;
  return `${firstCharacters(first, first.lastIndexOf(' ', LONGEST_BRIEF) + 1 || LONGEST_BRIEF).trim()} …`;
}

const LONGEST_BRIEF = 160;

/** "Dear Sam," says nothing by itself. */
function isSalutation(text: string): boolean {
  return text.length <= 40 && /[,:]$/.test(text.trim());
}

function leading(text: string, phrases: readonly string[]): string | undefined {
  const start = plain(text);
  return phrases.find((phrase) => {
    const wanted = plain(phrase);
    return start === wanted || (start.startsWith(wanted) && /[^\p{L}\p{N}]/u.test(start.charAt(wanted.length)));
  });
}

// Same length before and after, so that a match can be cut off the original.
function plain(text: string): string {
  return text.trim().toLowerCase().replaceAll('’', "'");
}
