import type { Terminal } from '../app.ts';
import type { Look } from './drawn-page.ts';
import type { Paint } from './paint.ts';
import { typedAhead } from './typed-ahead.ts';

/** The keyboard and the screen, and how to use them. */
export interface TerminalOptions {
  readonly input: NodeJS.ReadableStream;
  /** Standard error: the result alone goes to standard output. */
  readonly output: NodeJS.WritableStream;
  /** One plain line per question, and nothing redrawn: for screen readers. */
  readonly accessible: boolean;
  readonly ascii: boolean;
  readonly paint: Paint;
  readonly columns?: () => number;
  /** Fires when the program has been asked to stop; its reason is thrown out of the question that is open. */
  readonly stop?: AbortSignal;
}

/** The person's keyboard and screen. What it takes to ask is loaded with the first question. */
export function createTerminal(options: TerminalOptions): Terminal & { readonly close: () => void } {
  // The question that is open ends where the terminal is gone; between two of them that is no fault of the program either.
  options.input.on('error', () => {});
  return {
    ask: options.accessible ? plainAsker(options) : screenAsker(options),
    close: () => {
      options.input.pause();
    },
  };
}

type Ask = Terminal['ask'];

function plainAsker(options: TerminalOptions): Ask {
  return async (asked, stop) => {
    const { askPlainly } = await import('./plain-question.ts');
    return askPlainly(asked, { ...untilEither(options, stop), columns: () => columnsOf(options) });
  };
}

function screenAsker(options: TerminalOptions): Ask {
  const look = (): Look => ({
    columns: columnsOf(options),
    rows: rowsOf(options),
    ascii: options.ascii,
    paint: options.paint,
  });
  const ahead = typedAhead();
  return async (asked, stop) => {
    const { askWithKeys } = await import('./keyed-question.ts');
    return askWithKeys(asked, look, untilEither(options, stop), ahead);
  };
}

/** The options with a second reason to stop. Throws it if it is there already: the question is not even shown then. */
function untilEither(options: TerminalOptions, stop: AbortSignal | undefined): TerminalOptions {
  stop?.throwIfAborted();
  if (stop === undefined) return options;
  return { ...options, stop: options.stop === undefined ? stop : AbortSignal.any([options.stop, stop]) };
}

const USUAL_COLUMNS = 80;

function columnsOf({ columns, output }: TerminalOptions): number {
  if (columns !== undefined) return columns();
  return 'columns' in output && typeof output.columns === 'number' && output.columns > 0
    ? output.columns
    : USUAL_COLUMNS;
}

function rowsOf({ output }: TerminalOptions): number | undefined {
  return 'rows' in output && typeof output.rows === 'number' && output.rows > 0 ? output.rows : undefined;
}
