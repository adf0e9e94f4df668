import { setting } from './debriefs.ts';
import type { TestApp } from './test-app.ts';

/** A deal debriefed on 20 November 2026, lost to nobody unless its quick pass says otherwise, and what a deep look adds. */
export interface LookedAt {
  readonly quick?: Readonly<Record<string, string>>;
  readonly isWon?: boolean;
  readonly deep?: Readonly<Record<string, string>>;
}

/** Files such deals, one after the other, under the names Deal 1, Deal 2 and so on from what is on file. */
export async function lookAt(app: TestApp, ...deals: readonly LookedAt[]): Promise<void> {
  for (const { quick, isWon = false, deep } of deals) {
    const number = app.store.counts().deals + 1;
    const answers = setting({ ...(isWon ? {} : { outcome: 'unknown' }), ...quick });
    await app.does(['new', `Deal ${number}`, ...(isWon ? ['--won'] : []), ...answers]);
    if (deep) await app.does(['review', `D${number}`, ...setting(deep)]);
  }
}

/** The rows of one figure by their keys, as JSON has them; undefined where it is not shown. */
export async function figureRows(
  app: TestApp,
  id: string,
  ...flags: readonly string[]
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { figures } = (await app.does(['report', id, '--json', ...flags])).json();
  const [figure] = figures;
  return figure && Object.fromEntries(figure.rows.map((row: { key: string }) => [row.key, row]));
}

export async function figureNotes(app: TestApp, id: string): Promise<readonly string[]> {
  const { figures } = (await app.does(['report', id, '--json'])).json();
  return figures[0]?.notes ?? [];
}
