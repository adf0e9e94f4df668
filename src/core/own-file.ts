/** What a copy of a file holds, to be looked at before it takes the place of the file. */
export interface CopyLook {
  /** Absolute. */
  readonly path: string;
  readonly schema: number;
  readonly deals: number;
  readonly debriefs: number;
  readonly drafts: number;
  /** The instant of its latest change in ISO form; undefined if it has none. */
  readonly changedAt: string | undefined;
}

/** What came of a restore. */
export interface Restored {
  /** Where the file that was there before is kept; undefined if there was none. */
  readonly kept: string | undefined;
}

/** What stands of a file and around it. Nothing in it is private but the path. */
export interface Inspection {
  readonly path: string;
  /** Undefined: there is no file. */
  readonly size: number | undefined;
  /** The permission bits of the file and of its folder; undefined where the platform has none. */
  readonly mode: number | undefined;
  readonly folderMode: number | undefined;
  /** The number of its file system, as statfs has it. */
  readonly fileSystem: number | undefined;
  readonly maker: 'ours' | 'other' | 'unknown';
  /** Whether a save was left half done. */
  readonly hasJournal: boolean;
  readonly schema: number | undefined;
  readonly knownSchema: number;
  readonly content: Content | { readonly fault: string } | undefined;
  readonly backups: Backups;
  readonly sqlite: string;
}

/** What could be read. */
export interface Content {
  /** What SQLite finds wrong, in its words; empty if nothing is. */
  readonly problems: readonly string[];
  /** How many rows point nowhere. */
  readonly dangling: number;
  /** Deals of which an answer is no longer what was saved. */
  readonly brokenSeals: readonly `D${number}`[];
  readonly counts: Readonly<Record<string, number>>;
}

/** The backups beside a file, as `doctor` tells of them. */
export interface Backups {
  readonly count: number;
  /** The newest that can be read from end to end. */
  readonly newest: { readonly path: string; readonly on: string } | undefined;
}

/** What was read of one table of a damaged file. */
export interface SalvagedTable {
  readonly table: string;
  readonly rows: number;
  /** How many of them were put together from the change log. */
  readonly fromLog: number;
  /** How many are known to be lost. */
  readonly lost: number;
  /** Whether all of the table could be read. */
  readonly isWhole: boolean;
}
