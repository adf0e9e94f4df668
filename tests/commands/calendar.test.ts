import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { eventsIn, eventsInToo, type ReadEvent } from '../support/calendars.ts';
import { setting } from '../support/debriefs.ts';
import { testApp, type TestApp } from '../support/test-app.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

/** Northwind Logistics went to Globex for a year; the plan has actions this week, touches, and a call in August 2027. */
async function northwind(more: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const app = await testApp();
  await app.does([
    'new',
    'Northwind Logistics',
    ...setting({
      outcome: 'lost-competitor',
      winner: 'Globex',
      amount: '148000',
      currency: 'EUR',
      'contract-months': '12',
      terms: 'onboarding free',
      said: 'The CFO felt Globex was the safer choice.',
      reason: 'access-authority',
      'own-it': 'never met the one who decides',
      contact: 'Dana Reyes, CFO, +1 555 0100',
      'call-next': 'Contoso',
      ...more,
    }),
  ]);
  return app;
}

let app: TestApp;
beforeEach(async () => {
  app = await northwind();
});

async function exported(args: readonly string[] = ['export', '--format', 'ics']): Promise<readonly ReadEvent[]> {
  return eventsIn((await app.does(args)).out);
}

const summaries = (events: readonly ReadEvent[]): readonly string[] => events.map(({ summary }) => summary);

describe('export --format ics', () => {
  test('is everything open, as both readers of calendars understand it', async () => {
    const { out, err } = await app.does(['export', '--format', 'ics']);
    const events = eventsIn(out);
    expect(events).toHaveLength((await app.does(['due', '--json', '--within', '9999d'])).json().items.length);
    expect(eventsInToo(out)).toEqual(events);
    expect(events.find(({ summary }) => summary.startsWith('Call'))).toEqual({
      uid: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
      sequence: 0,
      start: '2027-08-20T09:00:00',
      end: '2027-08-20T09:15:00',
      summary: 'Call Dana Reyes (Northwind Logistics)',
      description: expect.stringContaining('Why: 9 months into a 12-month term (contract-term).') as unknown,
      transparency: 'TRANSPARENT',
      alarms: ['DISPLAY PT0S'],
    });
    expect(err).toBe('');
  });

  test('of actions gives the ids alone', async () => {
    const actions = (await exported()).filter(({ summary }) => summary.startsWith('Action'));
    expect(summaries(actions)).toContain('Action A1');
    expect(actions.map(({ description }) => description).join('')).toBe('');
  });

  test('goes to a file with --output, and says so beside the result', async () => {
    const path = join(temporaryFolder(), 'calls.ics');
    const { out, err } = await app.does(['export', '--format', 'ics', '--output', path]);
    const events = eventsIn(readFileSync(path, 'utf8'));
    expect({ out, err }).toEqual({ out: '', err: `${path} has ${events.length} events for your calendar.\n` });
  });

  test('names the formats there are, where another is asked for', async () => {
    expect(await app.run(['export', '--format', 'pdf'])).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('jsonl, json, csv, markdown, ics') as unknown,
    });
  });
});

describe('due --ics', () => {
  test('is what is due within a week', async () => {
    const events = await exported(['due', '--ics', '-']);
    const { items } = (await app.does(['due', '--json'])).json();
    expect(summaries(events)).toEqual(items.map(({ id }: { readonly id: string }) => `Action ${id}`));
  });

  test('looks as far ahead as it is told', async () => {
    const events = await exported(['due', '--ics', '-', '--within', '100d']);
    expect(summaries(events)).toContain('Send Dana Reyes one useful thing (Northwind Logistics)');
    expect(summaries(events)).not.toContain('Call Dana Reyes (Northwind Logistics)');
  });

  test('with --all is everything open', async () => {
    expect(await exported(['due', '--ics', '-', '--all'])).toEqual(await exported());
  });

  test('still tells a script whether something is due', async () => {
    const path = join(temporaryFolder(), 'calls.ics');
    expect(await app.run(['due', '--ics', path, '--check'])).toMatchObject({ exitCode: 10, out: '' });
  });

  test('has nothing to ask', async () => {
    expect(await app.run(['due', '--ics', '-', '-i'])).toMatchObject({ exitCode: 2, out: '' });
  });

  test('with nothing due is an empty calendar', async () => {
    const { out } = await (await testApp()).does(['due', '--ics', '-']);
    expect(eventsIn(out)).toEqual([]);
  });
});

describe('JSON and a calendar', () => {
  test('go together where the calendar goes to a file', async () => {
    const path = join(temporaryFolder(), 'calls.ics');
    const ran = await app.does(['due', '--ics', path, '--json']);
    const events = eventsIn(readFileSync(path, 'utf8')).length;
    expect(ran.json()).toEqual({ schemaVersion: 1, file: path, events });
    expect(ran.err).toBe('');
  });

  test('do not share standard output', async () => {
    expect(await app.run(['export', '--format', 'ics', '--json'])).toMatchObject({ exitCode: 2, out: '' });
  });
});

describe('a file that is there', () => {
  test('stays as it is, and how to write over it is said', async () => {
    const path = join(temporaryFolder(), 'calls.ics');
    writeFileSync(path, 'my own');
    const ran = await app.run(['due', '--ics', path]);
    expect(ran).toMatchObject({ exitCode: 8, out: '', err: expect.stringContaining('--force') as unknown });
    expect(readFileSync(path, 'utf8')).toBe('my own');
  });

  test('is replaced with --force', async () => {
    const path = join(temporaryFolder(), 'calls.ics');
    writeFileSync(path, 'last week');
    await app.does(['due', '--ics', path, '--force']);
    expect(eventsIn(readFileSync(path, 'utf8'))).not.toEqual([]);
  });
});

describe('an event that comes again', () => {
  test('is known by its UID, and nothing about it has changed', async () => {
    expect(await exported()).toEqual(await exported());
  });

  test.each([
    ['F1', 'Call Dana Reyes (Northwind Logistics)'],
    ['A1', 'Action A1'],
  ])('after %s is snoozed takes the place of the old one', async (id, summary) => {
    const find = async (): Promise<ReadEvent | undefined> =>
      (await exported()).find((event) => event.summary === summary);
    const before = await find();
    await app.does(['snooze', id, '2027-09-01']);
    expect(await find()).toEqual({ ...before, sequence: 1, start: '2027-09-01T09:00:00', end: '2027-09-01T09:15:00' });
  });

  test('has a UID that no other event has', async () => {
    const uids = (await exported()).map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(uids.length);
  });
});
