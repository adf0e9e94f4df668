import { cleanText } from '../core/text/clean-text.ts';
import type { Suggestion } from '../core/completion.ts';

/**
 * Suggestions as the scripts of cobra and its kin read them: a value, a tab and a note on each line, and last what the shell
 * is to do besides.
 */
export function completionLines(suggestions: readonly Suggestion[], isFile: boolean): string {
  const lines = suggestions.map(({ value, note }) => `${cleanText(value)}\t${cleanText(note)}`);
  const goesOn = suggestions.length > 0 && suggestions.every(({ value }) => value.endsWith('='));
  const wishes = (isFile ? 0 : NO_FILES) + (goesOn ? NO_SPACE : 0) + IN_THIS_ORDER;
  return [...lines, `:${wishes}`, ''].join('\n');
}

/** The directives of cobra: put no space behind it, do not offer files, keep the order. */
const NO_SPACE = 2;
const NO_FILES = 4;
const IN_THIS_ORDER = 32;
