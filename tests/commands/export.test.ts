import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { OPEN } from '../store/northwind.ts';
import { sha256Of, temporaryFolder } from '../store/temporary-folder.ts';
import { CANARY, everythingFilled, plantCanaries } from '../support/canaries.ts';
import { NORTHWIND_SCRIPT, setting } from '../support/debriefs.ts';
import { readCsv } from '../support/read-csv.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** A quarter at work: two losses, a win, a log, others' views, and things that are done. */
async function worked(): Promise<TestApp> {
  const app = await testApp();
  await app.does(['log', 'Northwind Logistics', 'call', 'asked', 'for', 'the', 'price', '--at', '2026-11-02']);
  await app.does(['new', 'D1'], { script: NORTHWIND_SCRIPT });
  await app.does(['new', 'Contoso', ...setting({ outcome: 'postponed', amount: '61000.5', currency: 'EUR' })]);
  await app.does(['new', 'Fabrikam', '--won', '--set', 'experiment=bring a reference']);
  await app.does(['feedback', 'D1', '--sent', '2026-11-19']);
  await app.does(['feedback', 'D1', '--reply', 'Bring a reference next time.', '--reason', 'trust-risk']);
  await app.does([
    'opinion',
    'D1',
    '--from',
    'Priya Nair',
    '--words',
    'You never met the CFO.',
    '--look-deeper',
    'yes',
  ]);
  await app.does(['phrases', 'add', 'What would it cost you to wait?', '--from', 'Priya Nair']);
  await app.does(['phrases', 'used', 'P1', '--deal', 'D3']);
  await app.does(['lessons', 'add', 'D1', 'ask who signs']);
  await app.does(['focus', 'why-now']);
  await app.does(['done', 'A1', '--note', 'reached Sam']);
  return app;
}

async function exported(app: TestApp, ...args: readonly string[]): Promise<string> {
  return (await app.does(['export', ...args])).out;
}

async function taken(app: TestApp, lines: string, ...args: readonly string[]) {
  return app.run(['import', '-', '--yes', ...args], { stdin: lines });
}

describe('export --format jsonl', () => {
  test('begins with what it is, and has a record on each line', async () => {
    const lines = (await exported(await worked())).trimEnd().split('\n');
    const [head, ...records] = lines.map((line) => JSON.parse(line));
    expect(head).toEqual({
      kind: 'lossdebrief',
      schemaVersion: 1,
      contents: 'complete',
      records: records.length,
      lastIds: { D: 3, A: expect.any(Number), F: expect.any(Number), P: 1 },
    });
    expect(records.map(({ kind }) => kind)).toEqual([
      'setting',
      'deal',
      'deal',
      'deal',
      'phrase',
      'focus',
      'experiment',
    ]);
  });

  test('comes back into an empty file as the same bytes, ids and all', async () => {
    const lines = await exported(await worked());
    const elsewhere = await testApp();
    expect(await taken(elsewhere, lines)).toMatchObject({ exitCode: 0 });
    expect(await exported(elsewhere)).toBe(lines);
  });

  test('comes back as something one can go on working with', async () => {
    const app = await worked();
    const elsewhere = await testApp();
    await taken(elsewhere, await exported(app));
    for (const args of [
      ['due', '--all', '--json'],
      ['list', '--json'],
      ['show', 'D1'],
      ['lessons'],
      ['report', '--json'],
    ]) {
      expect((await elsewhere.does(args)).out).toBe((await app.does(args)).out);
    }
    expect((await elsewhere.does(['done', 'A2', '--json'])).exitCode).toBe(0);
    expect(
      (await elsewhere.does(['new', 'Adatum', ...setting({ outcome: 'postponed' }), '--json'])).json().deal.id,
    ).toBe('D4');
  });

  test('an id that was given and is gone is not given again elsewhere', async () => {
    const app = await worked();
    await app.does(['log', 'Adatum', 'call']);
    await app.does(['delete', 'D4', '--yes']);
    const elsewhere = await testApp();
    await taken(elsewhere, await exported(app));
    expect((await elsewhere.does(['log', 'Litware', 'call', '--json'])).json().deal.id).toBe('D5');
  });

  test('is the same after a deal was deleted and brought back', async () => {
    const app = await worked();
    const before = await exported(app);
    await app.does(['delete', 'D1', '--yes']);
    expect(await exported(app)).not.toContain('Northwind');
    await app.does(['undo', '--yes']);
    expect(await exported(app)).toBe(before);
  });

  test('says that an unfinished debrief is not in it', async () => {
    const app = await testApp();
    await app.run(['new', 'Contoso'], { script: NORTHWIND_SCRIPT.slice(0, 3) });
    expect((await app.does(['export'])).err).toContain('1 unfinished debrief is not in it');
  });
});

describe('import of what was exported', () => {
  test('is taken back as a whole by undo, and can then be done again', async () => {
    const lines = await exported(await worked());
    const app = await testApp();
    await taken(app, lines);
    await app.does(['undo', '--yes']);
    expect(app.store.counts().deals).toBe(0);
    await taken(app, lines);
    expect(await exported(app)).toBe(lines);
  });

  test('twice changes nothing, and leaves nothing to undo', async () => {
    const app = await worked();
    const lines = await exported(app);
    expect((await taken(app, lines, '--json')).json()).toMatchObject({
      new: 0,
      changed: 0,
      unchanged: 3,
      keepsIds: false,
    });
    expect((await app.does(['undo', '--yes', '--json'])).json().undone.what).toBe('done A1');
  });

  test('with --dry-run says what it would do, and writes nothing', async () => {
    const app = await testApp();
    const { out } = await taken(app, await exported(await worked()), '--dry-run');
    expect(out).toContain('3 deals new');
    expect(app.store.counts().deals).toBe(0);
  });

  test('with --dry-run needs no file to be there, and none that may be written', async () => {
    const folder = temporaryFolder();
    const lines = await exported(await worked());
    const path = join(folder, 'lossdebrief.db');
    const none = await openStore({ ...OPEN, path, purpose: 'read' });
    expect((await taken(await testApp(none), lines, '--dry-run')).out).toContain('3 deals new');
    expect(existsSync(path)).toBe(false);
    const own = await openStore({ ...OPEN, path, purpose: 'write' });
    await taken(await testApp(own), lines);
    own.close();
    const before = sha256Of(path);
    const reading = await openStore({ ...OPEN, path, purpose: 'read' });
    onTestFinished(() => reading.close());
    expect((await taken(await testApp(reading), lines, '--dry-run')).out).toContain('3 deals on file already');
    expect(sha256Of(path)).toBe(before);
  });

  test.each([
    ['y', 3],
    ['n', 0],
  ])('on a terminal it shows what it would do and asks: %s leaves %i deals', async (key, deals) => {
    const app = await testApp();
    const stdin = await exported(await worked());
    const { err } = await app.run(['import', '-'], { stdin, script: [['import', key]] });
    expect(err).toContain('3 deals new');
    expect(app.store.counts().deals).toBe(deals);
  });

  test('beside other deals gives new ids to what is new', async () => {
    const app = await testApp();
    await app.does(['log', 'Adatum', 'call']);
    const { out } = await taken(app, await exported(await worked()));
    expect(out).toContain('What is new gets ids of this file.');
    expect(
      (await app.does(['list', '--json'])).json().deals.map((one: { deal: { id: string } }) => one.deal.id),
    ).toContain('D4');
  });

  test('adds what was done elsewhere to a deal that is here too', async () => {
    const here = await worked();
    const there = await testApp();
    await taken(there, await exported(here));
    await there.does(['feedback', 'D2', '--sent', '2026-11-19']);
    await there.does(['review', 'D1', '--set', 'hours=to-50'], { today: '2026-11-24' });
    await here.does(['log', 'D2', 'call']);
    expect((await taken(here, await exported(there), '--json')).json()).toMatchObject({ new: 0, changed: 2 });
    const first = (await here.does(['show', 'D1', '--json'])).json();
    expect(first.reviews).toHaveLength(1);
    const second = (await here.does(['show', 'D2', '--json'])).json();
    expect([second.views.feedback.length, second.timeline.touches.length]).toEqual([1, 1]);
  });

  test('leaves what was answered here as it is, and says which deals differ', async () => {
    const here = await worked();
    const lines = await exported(here);
    await here.does(['edit', 'D1', '--set', 'said=It was the references.', '--yes']);
    const after = await exported(here);
    const { out } = await taken(here, lines);
    expect(out).toContain('What is on file stands, where the export says something else:\n  D1\n');
    expect(await exported(here)).toBe(after);
  });

  test('leaves deleted what was deleted here', async () => {
    const app = await worked();
    const lines = await exported(app);
    await app.does(['delete', 'D1', '--yes']);
    expect((await taken(app, lines, '--json')).json()).toMatchObject({ deleted: ['D1'], new: 0 });
    expect(app.store.counts().deals).toBe(2);
  });

  test('knows a deal by the number that a CRM has for it', async () => {
    const app = await testApp();
    const csv = 'Id,Name,Stage\n0061,Northwind Logistics,Closed Lost\n';
    await app.does(['import', '-', '--yes', '--map', 'id=Id', '--map', 'name=Name', '--map', 'outcome=Stage'], {
      stdin: csv,
    });
    const other = await testApp();
    await other.does(['import', '-', '--yes', '--map', 'id=Id', '--map', 'name=Name', '--map', 'outcome=Stage'], {
      stdin: csv,
    });
    await other.does(['new', 'D1', ...setting({ outcome: 'lost-competitor', winner: 'Globex' })]);
    expect((await taken(app, await exported(other), '--json')).json()).toMatchObject({ new: 0, changed: 1 });
    expect((await app.does(['show', 'D1', '--json'])).json()).toMatchObject({ debrief: { framework: 'loss' } });
  });

  test.each<[what: string, spoil: (lines: string) => string, line: number]>([
    ['a line that is no JSON', (lines) => lines.replace('{"kind":"focus"', '{"kind":focus'), 7],
    ['a kind that is unknown', (lines) => lines.replace('"kind":"focus"', '"kind":"mood"'), 7],
    ['a field that is unknown', (lines) => lines.replace('"kind":"focus"', '"kind":"focus","mood":"low"'), 7],
    ['a field that is missing', (lines) => lines.replace('"area":"why-now",', ''), 7],
    [
      'a day that is none',
      (lines) => lines.replace('"onboarding free"', '7').replace('"2026-11-02"', '"2026-02-30"'),
      3,
    ],
    ['an outcome that is none', (lines) => lines.replace('"outcome":"postponed"', '"outcome":"sad"'), 4],
    ['an amount of half a cent', (lines) => lines.replace('"amount":61000.5', '"amount":0.001'), 4],
    ['a text for a number', (lines) => lines.replace('"forecast":null', '"forecast":"high"'), 4],
    [
      'a use in a deal that is not there',
      (lines) => lines.replace(/"uses":\[\{"deal":"......../, '"uses":[{"deal":"00000000'),
      6,
    ],
    ['a newer version', (lines) => lines.replace('"schemaVersion":1', '"schemaVersion":2'), 1],
    ['another first line', (lines) => lines.slice(lines.indexOf('\n') + 1), 1],
  ])('refuses %s with the number of its line, and writes nothing', async (_what, spoil, line) => {
    const app = await testApp();
    const spoilt = spoil(await exported(await worked()));
    const { exitCode, err } = await taken(app, spoilt);
    expect(exitCode).toBe(4);
    expect(err).toContain(`Line ${line} of `);
    expect(err).not.toMatch(/Globex|safer|sad"/);
    expect(app.store.counts().deals).toBe(0);
    expect(await app.run(['undo', '--yes'])).toMatchObject({ exitCode: 0, out: '' });
  });

  test('refuses a file that was cut off between two lines', async () => {
    const lines = (await exported(await worked())).trimEnd().split('\n');
    const { exitCode, err } = await taken(await testApp(), lines.slice(0, -2).join('\n'));
    expect(exitCode).toBe(4);
    expect(err).toContain('a part of it is missing');
  });

  test('refuses one with facts alone', async () => {
    const { exitCode, err } = await taken(await testApp(), await exported(await worked(), '--redact'));
    expect(exitCode).toBe(4);
    expect(err).toContain('--redact');
  });
});

describe('export in other formats', () => {
  test('json is every deal in the shape of the list, without what is the person’s own', async () => {
    const app = await worked();
    const { schemaVersion, deals } = JSON.parse(await exported(app, '--format', 'json'));
    const listed = (await app.does(['list', '--json'])).json().deals;
    expect(schemaVersion).toBe(1);
    expect(deals.map(({ deal }: { deal: unknown }) => deal)).toEqual(listed.map(({ deal }: { deal: unknown }) => deal));
    expect(deals.map(Object.keys)).toEqual(listed.map(Object.keys));
    const [, northwind] = deals.toSorted((one: { deal: { id: string } }, other: { deal: { id: string } }) =>
      one.deal.id < other.deal.id ? 1 : -1,
    );
    expect(northwind.deal.name).toBe('Contoso');
    const { debrief, actions } = deals.find(({ deal }: { deal: { id: string } }) => deal.id === 'D1');
    expect(debrief.answers).toMatchObject({ said: 'The CFO felt Globex was the safer choice.', reason: 'price' });
    expect(debrief.answers).not.toHaveProperty('own-it');
    expect(actions[0]).toMatchObject({ text: 'Action A1', because: '', message: null });
  });

  test('csv is a row for each deal, with a column for each step and answer', async () => {
    const [head = [], ...rows] = readCsv(await exported(await worked(), '--format', 'csv'));
    const northwind = Object.fromEntries(head.map((name, index) => [name, rows[0]?.[index]]));
    expect(rows).toHaveLength(3);
    expect(northwind).toMatchObject({
      id: 'D1',
      name: 'Northwind Logistics',
      amount: '148000',
      currency: 'EUR',
      decidedOn: '2026-11-20',
      winner: 'Globex',
      primaryReason: 'trust-risk',
      'steps.role': 'late',
      'winner-edge': 'proof',
      said: 'The CFO felt Globex was the safer choice.',
      contact: 'Dana Reyes',
    });
    expect(head).not.toContain('own-it');
  });

  test('csv for Excel says its encoding and ends its lines as Windows does', async () => {
    const csv = await exported(await worked(), '--excel');
    expect(csv.startsWith('\ufeffid')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(5);
  });

  test('markdown is what show says of each deal, without what is the person’s own', async () => {
    const markdown = await exported(await worked(), '--format', 'markdown');
    expect(markdown.match(/^# .*/gm)).toHaveLength(3);
    expect(markdown).toContain('> The CFO felt Globex was the safer choice.');
    expect(markdown).toContain('**A1** Action A1');
    expect(markdown).not.toContain('never met the one who decides');
  });

  test.each([
    ['deals.jsonl', '{"kind":"lossdebrief"'],
    ['deals.json', '{\n  "schemaVersion"'],
    ['deals.csv', 'id,uuid'],
    ['deals.md', '# '],
    ['calls.ics', 'BEGIN:VCALENDAR'],
  ])('the ending of %s says which format', async (name, beginning) => {
    const file = join(temporaryFolder(), name);
    await (await worked()).does(['export', '--output', file]);
    expect(readFileSync(file, 'utf8').startsWith(beginning)).toBe(true);
  });

  test.each([
    [['--output', 'deals.xlsx'], 'does not say which format'],
    [['--excel', '--format', 'json'], '--excel is for csv'],
    [['--format', 'csv', '--json'], 'not both'],
  ])('%j cannot be meant', async (args, words) => {
    const { exitCode, err } = await (await testApp()).run(['export', ...args]);
    expect(exitCode).toBe(2);
    expect(err).toContain(words);
  });

  test('a file that is there stays, without --force', async () => {
    const file = join(temporaryFolder(), 'deals.csv');
    writeFileSync(file, 'mine');
    const app = await worked();
    expect(await app.run(['export', '--output', file])).toMatchObject({ exitCode: 8 });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect((await app.does(['export', '--output', file, '--force', '--json'])).json()).toEqual({
      schemaVersion: 1,
      file,
      format: 'csv',
      deals: 3,
    });
  });
});

/** What may leave with --redact. Every other text is private, new columns from their first day on. */
const FACTS: readonly string[] = [
  ...[
    'name',
    'account',
    'uuid',
    'outcome',
    'currency',
    'winner',
    'stage',
    'segment',
    'persona',
    'source',
    'product',
  ].map((column) => `deal.${column}`),
  ...['source', 'external_id'].map((column) => `crm_key.${column}`),
  ...['uuid', 'pass', 'framework', 'primary_reason'].map((column) => `debrief.${column}`),
  ...['answer', 'value', 'asked', 'said'].map((column) => `fact.${column}`),
  ...['step', 'value'].map((column) => `step.${column}`),
  ...['whose', 'rank', 'reason', 'control', 'evidence'].map((column) => `cause.${column}`),
  ...['uuid', 'rule', 'state'].map((column) => `action.${column}`),
  ...['uuid', 'kind', 'time', 'channel', 'rule', 'because', 'state', 'outcome'].map(
    (column) => `schedule_entry.${column}`,
  ),
  'touch.channel',
  'feedback.channel',
];

/** What may leave besides in the formats for others. */
const THEIR_WORDS: readonly string[] = [
  ...['answer', 'value', 'asked', 'said'].map((column) => `their_word.${column}`),
  'contact.name',
  'contact.role',
  'touch_note.note',
  'feedback_reply.words',
  'deal.fields',
];

const FORMATS = ['jsonl', 'json', 'csv', 'markdown', 'ics'];

async function withCanaries(mayLeave: readonly string[]): Promise<TestApp> {
  const { app, connection } = await everythingFilled();
  // What was typed as a fact or as their words is one.
  for (const table of ['fact', 'their_word']) {
    for (const column of ['value', 'said']) {
      connection.db.exec(`UPDATE ${table} SET ${column} = replace(${column}, '${CANARY}', 'Initech')`);
    }
  }
  connection.db.exec(`UPDATE contact SET role = 'CFO'`);
  const planted = plantCanaries(connection, new Set(mayLeave), 'false');
  expect([...planted]).toEqual(expect.arrayContaining(['reflection', 'action_text', 'opinion', 'phrase', 'lesson']));
  return app;
}

describe.each(FORMATS)('as %s', (format) => {
  test('with --redact nothing that anybody said or thought leaves, and nobody by name', async () => {
    const app = await withCanaries(FACTS);
    const { out, err } = await app.does(['export', '--format', format, '--redact']);
    const unfolded = out.replaceAll('\r\n ', '');
    expect(unfolded + err).not.toContain('canary');
    expect(unfolded).toContain('Northwind Logistics');
    expect((await exported(app)).match(/canary/g)?.length).toBeGreaterThan(20);
  });

  test.runIf(format !== 'jsonl')('nothing that is the person’s own leaves at all', async () => {
    const app = await withCanaries([...FACTS, ...THEIR_WORDS]);
    expect((await exported(app, '--format', format)).replaceAll('\r\n ', '')).not.toContain('canary');
  });
});
