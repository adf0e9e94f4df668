/**
 * A path as one word of a command, ready to paste: in single quotes for a POSIX shell. A path of Windows, which holds no double
 * quote, stands in those, as both of its shells take them.
 */
export function shellWord(path: string): string {
  return WINDOWS_PATH.test(path) ? `"${path}"` : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}

/** A name as one word of a command, ready to paste: in double quotes, which all shells take, unless a shell would read something in them. */
export function quotedName(name: string): string {
  return /["$`\\!%\n\r]/.test(name) ? shellWord(name) : `"${name}"`;
}

const WINDOWS_PATH = /^(?:[A-Za-z]:[\\/]|\\\\)/;
