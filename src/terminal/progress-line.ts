import { cleanText } from '../core/text/clean-text.ts';

/** One line of the terminal that is written over and over, and taken away in the end. */
export function progressLine(output: NodeJS.WritableStream): (text: string | undefined) => void {
  let isShown = false;
  return (text) => {
    if (text === undefined && !isShown) return;
    output.write(`${BEGINNING_OF_LINE}${CLEAR_LINE}${text === undefined ? '' : cleanText(text)}`);
    isShown = text !== undefined;
  };
}

const BEGINNING_OF_LINE = '\r';
const CLEAR_LINE = '\u001b[2K';
