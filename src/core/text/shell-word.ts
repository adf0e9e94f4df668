/**
 * A path as one word of a command, ready to paste. A POSIX shell takes anything in single quotes, but the older shell of Windows
 * knows none of those. So they are for paths that only POSIX has, and for names with characters that mean something; any other
 * name stands bare or in double quotes, which every shell takes.
 */
export function shellWord(path: string): string {
  if (BARE.test(path)) return path;
  return WINDOWS_PATH.test(path) || ANY_SHELL.test(path) ? `"${path}"` : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}

/** A name as one word of a command, ready to paste: in double quotes, which all shells take, unless a shell would read something in them. */
export function quotedName(name: string): string {
  return /["$`\\!%\n\r]/.test(name) ? shellWord(name) : `"${name}"`;
}

const BARE = /^[\w.-]+$/;
/** It holds no double quote. */
const WINDOWS_PATH = /^(?:[A-Za-z]:[\\/]|\\\\)/;
/** A name beside or below, without what a shell reads inside double quotes. A backslash between two words is one to each of them. */
const ANY_SHELL = /^(?!\/|~)(?:[^\p{Cc}"$`!%\\]|\\(?=[\p{L}\p{N} ._-]))+$/u;
