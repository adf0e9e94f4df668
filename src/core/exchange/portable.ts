import { SCHEMA_VERSION } from '../deal-json.ts';

/** A value as JSON has it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A record as it leaves the file, one line of JSONL: what `docs/json.md` says of each kind. */
export type PortableRecord = { readonly kind: RecordKind } & Readonly<Record<string, Json>>;

/** What a line of the complete export can be; the first line says what the file is. */
export const RECORD_KINDS = ['lossdebrief', 'setting', 'deal', 'phrase', 'focus', 'experiment'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** The version of the lines. Raised with every change of them: a program that does not know one refuses the whole file. */
export const PORTABLE_VERSION = 1;

/**
 * How far records may go: everything, for the person's own copy; facts and what the buyer said; or facts alone. What
 * reaches less far is not even read.
 */
export type Reach = 'complete' | 'their-words' | 'facts';

/** A line of a file, with its number from 1. */
export interface NumberedLine {
  readonly number: number;
  readonly text: string;
}

/** What became of the records of a file. */
export interface TakenRecords {
  /** How many deals are new, have something new, or have nothing new. */
  readonly deals: { readonly new: number; readonly extended: number; readonly unchanged: number };
  /** The deals of the file by how they ended. */
  readonly endings: { readonly won: number; readonly lost: number; readonly open: number };
  /** Deals on file of which the file says something else. What is on file stands. */
  readonly differing: readonly `D${number}`[];
  /** Deals that were deleted here. They stay deleted. */
  readonly deleted: readonly `D${number}`[];
  /** Settings, phrases, areas in work and experiments: added, on file already, or left because another one stands. */
  readonly others: { readonly new: number; readonly unchanged: number; readonly left: number };
  /** Whether the ids are those of the file: it came into an empty one. */
  readonly keepsIds: boolean;
}

/** What taking them in came to as JSON: `import --json` of our own lines (see `docs/json.md`). */
export function takenJson(taken: TakenRecords, isDryRun: boolean): Record<string, unknown> {
  const { deals, endings, differing, deleted, others, keepsIds } = taken;
  return {
    schemaVersion: SCHEMA_VERSION,
    profile: 'lossdebrief',
    encoding: 'utf-8',
    delimiter: null,
    rows: deals.new + deals.extended + deals.unchanged + deleted.length,
    new: deals.new,
    changed: deals.extended,
    unchanged: deals.unchanged + deleted.length,
    refused: 0,
    refusals: [],
    ...endings,
    dryRun: isDryRun,
    differing,
    deleted,
    others,
    keepsIds,
  };
}
