import type { Connection } from './connection.ts';

export function settingOf({ db }: Connection, name: string): string | undefined {
  return db.prepare<[string], string>('SELECT value FROM setting WHERE name = ?').pluck().get(name);
}

export function keepSetting({ db }: Connection, name: string, value: string): void {
  db.prepare(
    `INSERT INTO setting (name, value) VALUES (?, ?)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  ).run(name, value);
}
