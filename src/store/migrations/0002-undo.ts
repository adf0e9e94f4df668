import type { Migration } from '../migrations.ts';

/** What `undo` took back. Released: never edit it; a change is a new step at the end of `../migrations.ts`. */
export const undo: Migration = {
  name: '0002-undo',
  sql: `
-- The change that this change took back. Each can be taken back once.
ALTER TABLE change_set ADD COLUMN undoes INTEGER REFERENCES change_set (id);
CREATE UNIQUE INDEX change_set_undoes ON change_set (undoes);
`,
};
