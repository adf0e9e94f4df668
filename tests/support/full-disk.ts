import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { connectMemory } from '../../src/store/connect.ts';
import { storeOn } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { OPEN } from '../store/northwind.ts';
import { testApp, type TestApp } from './test-app.ts';

/** More than fits on any page that is there already. */
export const MUCH_SAID = 'The CFO felt Globex was the safer choice. '.repeat(500).trim();

/** The program on a file that may not grow; it may again after so many saves have failed. */
export async function onFullDisk(failures: number): Promise<TestApp> {
  const connection = connectMemory(Database, OPEN);
  onTestFinished(() => void connection.db.close());
  const { db } = connection;
  const store = storeOn(connection);
  const app = await testApp(freedAfter(failures, store, () => void db.pragma(`max_page_count = ${MOST_PAGES}`)));
  await app.does(['log', 'Contoso', 'call']);
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 1}`);
  return app;
}

const MOST_PAGES = 4_294_967_294;

function freedAfter(failures: number, store: Store, free: () => void): Store {
  let left = failures;
  const counting =
    <Args extends readonly unknown[], Result>(save: (...args: Args) => Result) =>
    (...args: Args): Result => {
      try {
        return save(...args);
      } catch (error) {
        left -= 1;
        if (left === 0) free();
        throw error;
      }
    };
  const drafts = { ...store.drafts, begin: counting(store.drafts.begin), keep: counting(store.drafts.keep) };
  return { ...store, drafts, saveDebrief: counting(store.saveDebrief), saveReview: counting(store.saveReview) };
}
