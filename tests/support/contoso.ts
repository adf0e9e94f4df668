import { setting } from './debriefs.ts';
import { type Setting, testApp, type TestApp } from './test-app.ts';

/** Contoso said no on 20 November 2026 and named 1 December 2026 for a call. */
export async function contoso(more: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const app = await testApp();
  await app.does([
    'new',
    'Contoso',
    ...setting({
      outcome: 'postponed',
      'call-on': '2026-12-01',
      amount: '61000',
      currency: 'EUR',
      contact: 'Ann Lee',
      ...more,
    }),
  ]);
  return app;
}

interface Item {
  readonly id: string;
  readonly kind: string;
  readonly on: string;
  readonly rule: string;
}

/** All that is due until a long time after a day, as programs get it. */
export async function dueItems(app: TestApp, today: string, within = '3650d'): Promise<readonly Item[]> {
  return (await app.does(['due', '--json', '--today', today, '--within', within])).json().items;
}

/** What is due of contact with the buyer, each with its day. */
export async function contactDue(app: TestApp, today: string): Promise<readonly string[]> {
  const items = await dueItems(app, today);
  return items
    .filter(({ kind }) => ['follow-up', 'touch', 'check'].includes(kind))
    .map(({ kind, on }) => `${kind} ${on}`);
}

/** The id of the first item of a kind. */
export async function idOf(app: TestApp, kind: string): Promise<string> {
  return (await dueItems(app, '2026-11-20')).find((item) => item.kind === kind)?.id ?? '';
}

export const on = (today: string): Setting => ({ today });
