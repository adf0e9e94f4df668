import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { testApp } from './test-app.ts';

const made = new Map<string, Promise<Database.Database>>();

/** The sample file as `demo` makes it on a day, to be counted in; made once for each day. */
export function demoFile(today: string): Promise<Database.Database> {
  const file = made.get(today) ?? newDemoFile(today);
  made.set(today, file);
  return file;
}

/** The same, made anew each time. */
export async function newDemoFile(today: string): Promise<Database.Database> {
  const path = join(temporaryFolder(), 'demo.db');
  await (await testApp()).does(['demo', '--output', path], { today });
  return new Database(readFileSync(path));
}
