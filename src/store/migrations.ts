import { first } from './migrations/0001-first.ts';
import { undo } from './migrations/0002-undo.ts';
import { dealFields } from './migrations/0003-deal-fields.ts';

/** One step of the schema: statements that bring a file from the step before to this one. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/**
 * Every step there ever was, oldest first; `user_version` counts how many a file has had. A released step is never edited,
 * because files out there have had it as it was, and a test pins its text. A change of the schema is one more file at the end.
 */
export const MIGRATIONS: readonly Migration[] = [first, undo, dealFields];
