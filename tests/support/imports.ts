import { fileURLToPath } from 'node:url';
import { type Ran, type Setting, type TestApp } from './test-app.ts';

/** Where the export of a CRM lies that tests read. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../fixtures/crm/${name}`, import.meta.url));
}

/** What came of importing such an export, in JSON. */
export function imported(app: TestApp, name: string, ...flags: readonly string[]): Promise<Ran> {
  return app.run(['import', fixture(name), '--json', ...flags]);
}

/** A table from standard input, headings first. */
export function table(...rows: readonly string[]): Setting {
  return { stdin: `${rows.join('\n')}\n` };
}

export const HEADINGS = 'Opportunity ID,Deal,Outcome,Closed on,Amount';
export const NORTHWIND = '1,Northwind Logistics,Lost,2026-10-02,148000';

/** What is on file, latest decision first. */
export function deals({ store }: TestApp): readonly unknown[] {
  return store
    .records({})
    .map(({ deal }) => [
      deal.name,
      deal.outcome ?? 'open',
      deal.amount ? `${deal.amount.minor / 100} ${deal.amount.currency}` : '',
      deal.decidedOn ?? '',
    ]);
}

export const LOST = ['lost-unspecified', '148000 EUR', '2026-10-02'];
export const WON = ['won', '61000 EUR', '2026-09-18'];
