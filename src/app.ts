import type { Asked, Reply } from './core/asked.ts';
import type { Day } from './core/day.ts';
import type { Document } from './core/document.ts';
import type { Framework } from './core/framework.ts';
import type { Page } from './core/page.ts';
import type { PoliteNo } from './core/polite-noes.ts';
import type { ReasonBook } from './core/reasons.ts';
import type { Settings } from './core/settings.ts';
import type { Table } from './core/table.ts';
import type { Store } from './store/store.ts';

/**
 * Everything outside that a command may touch, as a few lazy ports. Commands get this and nothing else; `real-app.ts`
 * holds the real ones, and tests hand in others: SQLite in memory, scripted answers, a fixed day.
 */
export interface App {
  readonly clock: Clock;
  readonly options: GlobalOptions;
  /** Whether somebody is there to answer: a terminal, and no `--no-input`. */
  readonly canAsk: boolean;
  /** Opens the person's file, to write or only to read; made on first use. */
  readonly store: (purpose: 'read' | 'write') => Promise<Store>;
  readonly catalog: () => Promise<Catalog>;
  readonly settings: () => Promise<Settings>;
  readonly terminal: () => Promise<Terminal>;
  /** The text of a file, or of standard input for `-`. */
  readonly readInput: (path: string) => Promise<string>;
  /** Prints the result of a command to standard output, in the form that was asked for. */
  readonly print: (result: Result) => Promise<void>;
  /** Writes a document to a file, or to standard output for `-`. A file that is there is refused without `--force`. */
  readonly write: (document: Document, path: string) => Promise<void>;
  /** Says something that is not the result, on standard error. */
  readonly tell: (page: Page) => Promise<void>;
}

export interface Clock {
  /** Today in the local zone, or `--today`; read once per run. */
  readonly today: Day;
  /** Milliseconds of a clock that never goes back, to measure the time spent answering. */
  readonly now: () => number;
}

export interface GlobalOptions {
  readonly json: boolean;
  readonly quiet: boolean;
}

/** What to ask and advise, as shipped or as the person keeps it. */
export interface Catalog {
  readonly frameworks: readonly Framework[];
  readonly reasons: ReasonBook;
  readonly politeNoes: readonly PoliteNo[];
}

/** The one place that asks. */
export interface Terminal {
  /** Asks one question. Throws `Paused` when the person stops. */
  readonly ask: (asked: Asked) => Promise<Reply>;
}

/**
 * What a command found, in each form somebody may want it: JSON for machines, a page for people, a table for pipes. A
 * result without a page is drawn as its table, and one without a table goes into a pipe as its page, uncut.
 */
export type Result = { readonly json: () => unknown } & (
  | { readonly table: () => Table; readonly page?: () => Page }
  | { readonly page: () => Page; readonly table?: () => Table }
);
