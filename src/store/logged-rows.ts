import type { Connection } from './connection.ts';

/** One row as a change found it and as it left it; undefined where it was not there. */
export interface LoggedRow {
  readonly table: string;
  readonly row: number;
  readonly before: Fields | undefined;
  readonly after: Fields | undefined;
}

/** A row by its columns. */
export type Fields = Readonly<Record<string, string | number | null>>;

/** The rows of a change, in the order in which it made them. */
export function loggedRows({ db }: Connection, changeSet: number): readonly LoggedRow[] {
  const rows = db.prepare<[number], ChangeRow>(
    'SELECT table_name AS "table", row_id AS row, before, after FROM change WHERE change_set_id = ? ORDER BY id',
  );
  return rows.all(changeSet).map(({ table, row, before, after }) => ({
    table,
    row,
    before: fieldsIn(before),
    after: fieldsIn(after),
  }));
}

interface ChangeRow {
  readonly table: string;
  readonly row: number;
  readonly before: string | null;
  readonly after: string | null;
}

function fieldsIn(text: string | null): Fields | undefined {
  return text === null ? undefined : (JSON.parse(text) as Fields);
}
