import type { Asked, Reply } from './core/asked.ts';
import type { CrmBook } from './core/exchange/crm-book.ts';
import type { Day } from './core/days/day.ts';
import type { Document } from './core/exchange/document.ts';
import type { Framework } from './core/framework.ts';
import type { Page } from './core/page.ts';
import type { PoliteNo } from './core/polite-noes.ts';
import type { ReasonBook } from './core/reasons.ts';
import type { Report } from './core/report/report-table.ts';
import type { Settings } from './core/settings/settings.ts';
import type { Language } from './core/speech/language.ts';
import type { Speech } from './core/speech/speech.ts';
import type { StepFramework } from './core/step-framework.ts';
import type { Story } from './core/story.ts';
import type { Table } from './core/table.ts';
import type { UserError } from './core/user-error.ts';
import type { OwnConfig } from './files/own-config.ts';
import type { OwnFile } from './store/own-file.ts';
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
  /** The person's file as a whole, also where it cannot be opened. */
  readonly ownFile: () => Promise<OwnFile>;
  /** What runs here, for a report. */
  readonly machine: Machine;
  /**
   * Makes a file apart from the person's own: `fill` writes it, and it is there whole or not at all, at the path given or in
   * a new temporary folder. What stands there already is refused.
   */
  readonly makeFile: <Told>(path: string | undefined, fill: (store: Store) => Promise<Told>) => Promise<Made<Told>>;
  /** What to ask and advise, in a language where it has been translated; otherwise, and if none is named, in English. */
  readonly catalog: (language?: Language) => Promise<Catalog>;
  /** The English one without the person's own frameworks and names for things. */
  readonly catalogAsShipped: () => Promise<Catalog>;
  readonly ownFrameworks: () => Promise<OwnFrameworks>;
  /** The words around a debrief in the person's own language: that of the settings, or of the locale. */
  readonly speech: () => Promise<Speech>;
  /** The invented deals of `demo`. */
  readonly story: () => Promise<Story>;
  readonly settings: () => Promise<Settings>;
  /** The file that settings are in, and what each comes to. */
  readonly config: () => Promise<OwnConfig>;
  readonly terminal: () => Promise<Terminal>;
  /** What is known of CRMs and their exports. */
  readonly crmBook: () => Promise<CrmBook>;
  /** A file to read as bytes, or standard input for `-`. Throws `UserError` 4 where it is larger than so many bytes. */
  readonly openInput: (path: string, most: number) => Promise<Input>;
  /** The text of a file, or of standard input for `-`. */
  readonly readInput: (path: string) => Promise<string>;
  /** Prints the result of a command to standard output, in the form that was asked for. */
  readonly print: (result: Result) => Promise<void>;
  /**
   * Writes a document to a file, to standard output for `-`, or without a path to a new temporary folder; gives the path. A
   * file that is there is refused without `--force`.
   */
  readonly write: (document: Document, path: string | undefined) => Promise<string>;
  /** Runs something long, or several questions. Ctrl-C, a closed window and a request to stop abort the signal, with `Paused`. */
  readonly stoppable: <Result>(run: (stop: AbortSignal) => Promise<Result>) => Promise<Result>;
  /** Throws `UserError` 8 where a file would be refused, before there is anything to write into it. */
  readonly checkOutput: (path: string) => Promise<void>;
  /** Opens a file in the program that this machine has for it. */
  readonly open: (path: string) => Promise<void>;
  /** Says something that is not the result, on standard error. */
  readonly tell: (page: Page) => Promise<void>;
  /** Shows how far something has come, in place of what was shown before; nothing takes it away. Only on a terminal. */
  readonly progress: (text: string | undefined) => void;
}

/** A file that can be read from its beginning as often as needed. */
export interface Input {
  /** As the person named it. */
  readonly name: string;
  /** The same as an argument of a command: `-` for standard input. */
  readonly argument: string;
  /** In bytes. */
  readonly size: number;
  readonly bytes: () => AsyncIterable<Uint8Array>;
}

/** What runs here. */
export interface Machine {
  readonly version: string;
  readonly node: string;
  readonly platform: string;
  /** The person's own folder, which no report shows. */
  readonly home: string | undefined;
}

/** What a command may know of the time. */
export interface Clock {
  /** Today in the local zone, or `--today`; read once per run. */
  readonly today: Day;
  /** Milliseconds of a clock that never goes back, to measure the time spent answering. */
  readonly now: () => number;
}

/** A new file, and what was told when it was filled. */
export interface Made<Told> {
  readonly path: string;
  readonly told: Told;
}

/** The flags of the whole program, as far as a command may act on them. */
export interface GlobalOptions {
  readonly json: boolean;
  readonly quiet: boolean;
  /** The file that a flag names, which the next command does not know. */
  readonly namedFile?: string | undefined;
}

/** What to ask and advise, as shipped or as the person keeps it. */
export interface Catalog {
  /** What is asked, questionnaire by questionnaire. Of two for the same look at the same deals, the first is in use. */
  readonly frameworks: readonly Framework[];
  /** Lists of steps that may be asked beside ours. */
  readonly stepFrameworks: readonly StepFramework[];
  readonly reasons: ReasonBook;
  readonly politeNoes: readonly PoliteNo[];
  /** The files of the person's own, those that cannot be read too. */
  readonly own: readonly OwnFramework[];
}

/** Where the person keeps frameworks of their own. */
export interface OwnFrameworks {
  readonly folder: string;
  /** Where an editor finds what such a file may say. */
  readonly schema: string;
  /** Reads and checks one file. Throws one `UserError` with everything that is wrong. */
  readonly read: (path: string) => Promise<Framework | StepFramework>;
  /** Makes the folder, if it is not there. */
  readonly make: () => Promise<void>;
}

/** A framework file of the person's own. */
export interface OwnFramework {
  /** The name of its file without the ending, which is also its id. */
  readonly id: string;
  readonly path: string;
  /** What is wrong with it, each with place and fix; undefined if it can be used. */
  readonly problem: UserError | undefined;
}

/** The one place that asks. */
export interface Terminal {
  /** Asks one question. Throws `Paused` when the person stops, and the reason of `stop` when that fires, or has fired before. */
  readonly ask: (asked: Asked, stop?: AbortSignal) => Promise<Reply>;
}

/**
 * What a command found, in each form somebody may want it: JSON for machines, a page for people, a table for pipes. A
 * result without a page is drawn as its table, and one without a table goes into a pipe as its page, uncut. A report is laid
 * out by how much room there is.
 */
export type Result = {
  readonly json: () => unknown;
  /** Shown in the person's pager where it is longer than the window. */
  readonly isPaged?: boolean;
} & (
  | { readonly table: () => Table; readonly page?: () => Page; readonly report?: never }
  | { readonly page: () => Page; readonly table?: () => Table; readonly report?: never }
  | { readonly report: () => Report; readonly page?: never; readonly table?: never }
);
