import type { App } from '../app.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import { UserError } from '../core/user-error.ts';
import { playStory } from '../demo/play-story.ts';
import { demoPage } from '../pages/demo-page.ts';

export interface DemoOptions {
  /** Where to make it; a new temporary folder if not given. */
  readonly output?: string;
  /** The person's file, if a flag names one. */
  readonly db?: string;
  /** The day that a flag names for today. */
  readonly today?: string;
}

/** Makes a sample file of invented deals, apart from the person's own, and says what to try on it. */
export async function demo(app: App, { output, db, today }: DemoOptions): Promise<void> {
  if (db !== undefined) {
    throw new UserError(
      'The sample never goes into your own file, which is what --db names. Nothing was written.',
      'Name a new file for it: lossdebrief demo --output demo.db',
    );
  }
  const story = await app.story();
  const { path, told } = await app.makeFile(output, (store) => playStory(app, store, story));
  await app.print({
    json: () => ({ schemaVersion: SCHEMA_VERSION, path, deals: told.deals }),
    page: () => demoPage({ path, today, ...told }),
  });
}
