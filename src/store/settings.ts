import type { Connection } from './connection.ts';

/**
 * What is kept with the deals under a name, such as the currency named first; undefined if nothing is. Not what `config` sets.
 */
export function settingOf({ db }: Connection, name: string): string | undefined {
  return db.prepare<[string], string>('SELECT value FROM setting WHERE name = ?').pluck().get(name);
}

/** Keeps a value under a name, in the place of the one before. */
export function keepSetting({ db }: Connection, name: string, value: string): void {
  db.prepare(
    `INSERT INTO setting (name, value) VALUES (?, ?)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  ).run(name, value);
}
