/**
 * A path as one word of a command, ready to paste: in single quotes for a POSIX shell. A path of Windows, which holds no double
 * quote, stands in those, as both of its shells take them.
 */
export function shellWord(path: string): string {
  return WINDOWS_PATH.test(path) ? `"${path}"` : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}

const WINDOWS_PATH = /^(?:[A-Za-z]:[\\/]|\\\\)/;
