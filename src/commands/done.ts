import type { App } from '../app.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import { line } from '../core/page.ts';
import type { Finished } from '../store/store.ts';

export interface DoneOptions {
  readonly note?: string;
}

/** Marks actions and entries of the schedule as done, all of them or, if an id is unknown, none. */
export async function done(app: App, ids: readonly string[], options: DoneOptions): Promise<void> {
  const store = await app.store('write');
  const finished = store.finish([...new Set(ids.map((id) => id.toUpperCase()))], app.clock.today, options.note);
  await app.print({
    json: () => ({
      schemaVersion: SCHEMA_VERSION,
      done: finished.map(({ id, kind, deal, wasClosed }) => ({ id, kind, deal, wasClosed })),
    }),
    page: () =>
      finished.map((one) =>
        line({ text: one.wasClosed ? 'Closed before:' : 'Done:', as: 'good' }, ` ${sayFinished(one)}`),
      ),
  });
}

function sayFinished({ id, text, kind, deal }: Finished): string {
  return text === null ? `${id}, ${KIND_WORDS[kind]} for ${deal}.` : `${id}, ${text}`;
}

const KIND_WORDS = {
  action: 'the action',
  'follow-up': 'the call',
  touch: 'the useful thing',
  check: 'the check',
  feedback: 'the request for feedback',
  'second-look': 'the second look',
  'regret-check': 'the check of what you expected',
} as const;
