const SHOW_CURSOR = '\u001b[?25h';
const PASTE_MARKS_ON = '\u001b[?2004h';
const PASTE_MARKS_OFF = '\u001b[?2004l';

type Output = Pick<NodeJS.WritableStream, 'write'>;

/** Leaves the terminal as a shell expects it: cursor in sight, pastes unmarked. For every way out, signals included. */
export function restoreTerminal(output: Output): void {
  output.write(SHOW_CURSOR + PASTE_MARKS_OFF);
}

/** Asks the terminal to mark where a pasted text begins and ends, so that it cannot be taken for typing. */
export function markPastes(output: Output): void {
  output.write(PASTE_MARKS_ON);
}
