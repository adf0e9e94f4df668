import { UNBROKEN } from './unbroken.ts';

/**
 * A text in which no line ends inside a command that is to be typed, as half a command can neither be copied nor read. One that
 * is wider than so many columns is left to break between its words.
 */
export function withWholeCommands(text: string, columns: number): string {
  return text.replaceAll(COMMAND, (command) =>
    command.length <= columns ? command.replaceAll(' ', UNBROKEN) : command,
  );
}

/** A word of a shell, in quotes or bare, without the stop that ends the sentence around it. */
const WORD = String.raw`(?:"[^"]*"|'[^']*'|[^\s"'])+?(?=[.,;:)]*(?:\s|$))`;
/** What can only belong to a command, also in the middle of a sentence: a flag, an id, a name in quotes. */
const ARGUMENT = String.raw`(?:--?[a-z]${WORD}|[A-Z]+\d*(?=[\s.,;:)]|$)|"[^"]*"|'[^']*')`;

/** Behind a colon or an opening bracket it goes as far as the sentence does, or up to a wide gap. */
const COMMAND = new RegExp(
  [
    String.raw`(?<=[:(]\s{0,3})(?:lossdebrief|npm)(?: (?!or )${WORD})+`,
    String.raw`\blossdebrief(?: --db ${WORD})?(?: [a-z-]+)?(?: ${ARGUMENT})*`,
  ].join('|'),
  'g',
);
