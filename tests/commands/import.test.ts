import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONTROL_BUT_BREAKS } from '../support/control-characters.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { deals, fixture, HEADINGS, imported, LOST, NORTHWIND, table, WON } from '../support/imports.ts';
import type { Script } from '../support/scripted-terminal.ts';
import { testApp } from '../support/test-app.ts';

describe('import reads the export of', () => {
  test('HubSpot, with its labels, two pipelines and a byte order mark', async () => {
    const app = await testApp();
    const { json, exitCode } = await imported(app, 'hubspot.csv');
    expect(exitCode).toBe(0);
    expect(json()).toMatchObject({
      profile: 'hubspot',
      encoding: 'utf-8',
      delimiter: ',',
      rows: 4,
      new: 4,
      changed: 0,
      unchanged: 0,
      refused: 0,
      refusals: [],
      won: 2,
      lost: 1,
      open: 1,
      fields: ['Pipeline', 'Date entered "Proposal (Sales Pipeline)"'],
    });
    expect(deals(app)).toEqual([
      ['Northwind Logistics', 'lost-unspecified', '148000 USD', '2026-10-02'],
      ['Fabrikam renewal', 'won', '24000 USD', '2026-09-30'],
      ['Contoso', 'won', '61000.5 USD', '2026-09-18'],
      ['Tailspin Toys', 'open', '', ''],
    ]);
  });

  test('HubSpot with internal names, where nought of a lost deal is unknown', async () => {
    const app = await testApp();
    expect((await imported(app, 'hubspot-internal.csv')).json()).toMatchObject({
      profile: 'hubspot',
      won: 1,
      lost: 1,
      open: 1,
    });
    expect(app.store.record('D1')?.deal).toMatchObject({ outcome: 'lost-unspecified', amount: undefined });
  });

  test('Salesforce as a report: quotes, a footer, the currency before its amount, and months first', async () => {
    const app = await testApp();
    const { json } = await imported(app, 'salesforce-report.csv');
    expect(json()).toMatchObject({
      profile: 'salesforce',
      encoding: 'windows-1252',
      rows: 4,
      new: 4,
      won: 1,
      lost: 2,
      open: 1,
      leftOut: [7, 9, 10],
      dayOrders: { 'Close Date': 'month-first', 'Created Date': 'month-first' },
    });
  });

  test('Salesforce by its API, which knows the deals of the report again by a longer id', async () => {
    const app = await testApp();
    await imported(app, 'salesforce-report.csv', '--date-format', 'MM/DD/YYYY');
    const { json } = await imported(app, 'salesforce-api.csv');
    expect(json()).toMatchObject({ profile: 'salesforce', rows: 3, new: 0, won: 1, lost: 1, open: 1 });
    expect(deals(app)).toHaveLength(4);
    expect(deals(app)[0]).toEqual(['Northwind – Route planning', ...LOST]);
  });

  test('Salesforce with what lies in its bin, and leaves that out', async () => {
    const app = await testApp();
    expect((await imported(app, 'salesforce-deleted.csv')).json()).toMatchObject({
      profile: 'salesforce',
      rows: 4,
      new: 2,
      refused: 0,
      won: 0,
      lost: 1,
      open: 1,
      leftOut: [],
      deletedInCrm: [3, 4],
      fields: [],
    });
    expect(deals(app)).toEqual([
      ['Northwind', 'lost-unspecified', '148000 USD', '2026-10-02'],
      ['Tailspin', 'open', '12000 USD', ''],
    ]);
  });

  test.each([
    [
      'HubSpot',
      'deal_id,is_deleted,property_dealname,property_dealstage,property_closedate',
      ['1', 'true', 'A', 'closedlost', '2026-10-02'],
    ],
    [
      'HubSpot by its interface',
      'Deal ID,dealname,dealstage,closedate,archived',
      ['1', 'A', 'closedlost', '2026-10-02', 'True'],
    ],
    [
      'Zoho',
      'Deal Name,Account Name,Stage,Closing Date,_fivetran_deleted',
      ['A', 'B', 'Closed Lost', '2026-10-02', 'TRUE'],
    ],
    [
      'Dynamics',
      'Topic,Status,Potential Customer,Actual Close Date,IsDelete',
      ['A', 'Lost', 'B', '2026-10-02', 'True'],
    ],
    ['a plain table', 'Deal,Outcome,Closed on,Gelöscht', ['A', 'Lost', '2026-10-02', 'ja']],
  ])('%s, without the deal that is deleted there', async (_, headings, row) => {
    const app = await testApp();
    const { json } = await app.run(['import', '-', '--json'], table(headings, row.join(',')));
    expect(json()).toMatchObject({ rows: 1, new: 0, refused: 0, deletedInCrm: [2] });
    expect(deals(app)).toEqual([]);
  });

  test('Pipedrive, where the status tells the outcome and the stage where it was lost', async () => {
    const app = await testApp();
    expect((await imported(app, 'pipedrive.csv')).json()).toMatchObject({
      profile: 'pipedrive',
      won: 1,
      lost: 1,
      open: 1,
    });
    expect(deals(app)).toEqual([
      ['Northwind Logistics', ...LOST],
      ['Contoso', ...WON],
      ['Tailspin', 'open', '', ''],
    ]);
    expect(app.store.record('D1')).toMatchObject({ deal: { stage: 'proposal' }, contact: { name: 'Dana Reyes' } });
    expect(app.store.record('D2')?.deal.stage).toBe('negotiation');
  });

  test.each(['Deleted', 'deleted', 'Gelöscht'])(
    'Pipedrive with a deal whose status is %s, and leaves it out',
    async (status) => {
      const app = await testApp();
      const rows = ['41,Northwind,Proposal,Lost,2026-10-02', `42,Contoso,Proposal,${status},`];
      const headings = 'Deal - ID,Deal - Title,Deal - Stage,Deal - Status,Deal - Lost time';
      const { json } = await app.run(['import', '-', '--json'], table(headings, ...rows));
      expect(json()).toMatchObject({ profile: 'pipedrive', rows: 2, new: 1, lost: 1, open: 0, deletedInCrm: [3] });
      expect(deals(app)).toHaveLength(1);
    },
  );

  test('Dynamics, with days as serial numbers, and without what it marks as a mistake', async () => {
    const app = await testApp();
    const { json, exitCode } = await imported(app, 'dynamics.csv');
    expect(exitCode).toBe(5);
    expect(json()).toMatchObject({
      profile: 'dynamics',
      rows: 4,
      new: 3,
      refused: 1,
      won: 1,
      lost: 1,
      open: 1,
      refusals: [{ row: 4, why: 'marked as a duplicate or a mistake, which is no loss' }],
    });
    expect(deals(app)).toEqual([
      ['Northwind Logistics', 'lost-unspecified', '148000 USD', '2026-10-02'],
      ['Contoso', 'won', '61000 USD', '2026-09-18'],
      ['Tailspin', 'open', '12000 USD', ''],
    ]);
  });

  test('Zoho, with the month as a word and an amount that is none', async () => {
    const app = await testApp();
    const { json } = await imported(app, 'zoho.csv');
    expect(json()).toMatchObject({
      profile: 'zoho',
      won: 1,
      lost: 1,
      open: 1,
      notRead: { count: 1, first: [{ row: 4, column: 'Amount', why: 'not an amount that is understood' }] },
    });
    expect(deals(app).slice(0, 2)).toEqual([
      ['Northwind Logistics', ...LOST],
      ['Contoso', ...WON],
    ]);
  });

  test('a spreadsheet in German: semicolons, decimal commas, Windows letters and a sum below', async () => {
    const app = await testApp();
    const { json } = await imported(app, 'german.csv');
    expect(json()).toMatchObject({
      profile: 'generic',
      encoding: 'windows-1252',
      delimiter: ';',
      headerRow: 2,
      rows: 3,
      won: 1,
      lost: 1,
      open: 1,
      leftOut: [6],
      decimalSign: ',',
    });
    expect(deals(app)).toEqual([
      ['Nordwind Logistik', ...LOST],
      ['Contoso', 'won', '61000.5 EUR', '2026-09-18'],
      ['Tailspin', 'open', '12000 EUR', ''],
    ]);
  });

  test('a spreadsheet in Portuguese: UTF-16 with tabs, days first', async () => {
    const app = await testApp();
    const { json } = await imported(app, 'portuguese-utf16.csv');
    expect(json()).toMatchObject({ encoding: 'utf-16le', delimiter: '\t', won: 1, lost: 1, open: 1 });
    expect(deals(app)[0]).toEqual(['Northwind Logística', 'lost-unspecified', '148000 BRL', '2026-10-02']);
  });
});

describe('import reads', () => {
  test('amounts as people write them, and says which it could not', async () => {
    const app = await testApp();
    const { json } = await imported(app, 'amounts.csv');
    expect(Object.fromEntries(deals(app).map((deal) => [(deal as string[])[0], (deal as string[])[2]]))).toEqual({
      'Northwind Logistics': '45000 USD',
      Contoso: '1200000 USD',
      Fabrikam: '45000 USD',
      Litware: '-1200 USD',
      Proseware: '',
      Wingtip: '',
      Tailspin: '',
      Adatum: '0 USD',
      Margie: '48000 CHF',
      Lucerne: '',
    });
    expect(json().notRead).toEqual({
      count: 2,
      first: [
        { row: 6, column: 'Amount', why: 'not an amount that is understood' },
        { row: 7, column: 'Amount', why: 'not an amount that is understood' },
      ],
    });
  });

  test('days in several formats in one column, and refuses what is no day', async () => {
    const app = await testApp();
    const { json, exitCode } = await imported(app, 'days.csv');
    expect(exitCode).toBe(5);
    const refused = { why: 'Closed on: not a day that is understood' };
    expect(json().refusals).toEqual([
      { row: 10, ...refused },
      { row: 11, ...refused },
      { row: 12, ...refused },
    ]);
    expect(app.store.record('D5')?.deal.decidedOn).toBe('2025-03-04');
    expect(json().notRead).toEqual({ count: 1, first: [{ row: 13, column: 'Closed on', why: 'no closing day' }] });
  });

  test('a table below its title', async () => {
    const app = await testApp();
    const { json } = await imported(app, 'titles-above.csv');
    expect(json()).toMatchObject({ headerRow: 4, rows: 2, won: 1, lost: 1, leftOut: [7] });
  });

  test('rows without ids by name, account and day: one that comes twice counts once, and one that contradicts is refused', async () => {
    const app = await testApp();
    const { json } = await imported(app, 'no-ids.csv');
    expect(json()).toMatchObject({
      rows: 5,
      new: 3,
      unchanged: 1,
      refused: 1,
      won: 1,
      lost: 2,
      refusals: [{ row: 6, why: 'the deal of row 5 once more, with other values; the first row stands' }],
    });
    expect(deals(app).map((deal) => (deal as string[])[0])).toEqual(['Contoso', 'Northwind Logistics', 'Contoso']);
  });

  test('what is left of the columns as fields that a report can group by', async () => {
    const app = await testApp();
    await imported(app, 'german.csv');
    expect(app.store.customFields()).toEqual([
      { name: 'Region', values: 2 },
      { name: 'crm-reason', values: 1 },
    ]);
    const { json } = await app.does(['report', 'by', '--by', 'field:Region', '--json']);
    expect(
      json()
        .figures[0].rows.map(({ label }: { label: string }) => label)
        .toSorted(),
    ).toEqual(['Nord', 'Süd']);
  });

  test('the more exact words of a stage that says how it was lost', async () => {
    const app = await testApp();
    await imported(app, 'salesforce-api.csv');
    expect(app.store.customFields()).toContainEqual({ name: 'StageName', values: 1 });
  });
});

describe('a deal that is closed on a day that has not come', () => {
  const NOT_YET = table('Opportunity ID,Deal,Outcome,Closed on', '1,Northwind Logistics,Lost,2027-01-15');

  test('is open until then, and the next import closes it', async () => {
    const app = await testApp();
    expect((await app.run(['import', '-', '--json'], NOT_YET)).json()).toMatchObject({
      new: 1,
      lost: 0,
      open: 1,
      closesLater: [2],
      notRead: { count: 0 },
    });
    expect(deals(app)).toEqual([['Northwind Logistics', 'open', '', '']]);
    const after = await app.run(['import', '-', '--json'], { ...NOT_YET, today: '2027-01-15' });
    expect(after.json()).toMatchObject({ changed: 1, lost: 1, open: 0, closesLater: [] });
    expect(deals(app)).toEqual([['Northwind Logistics', 'lost-unspecified', '', '2027-01-15']]);
  });

  test('is the same deal then, also without a record id', async () => {
    const app = await testApp();
    const row = table('Deal,Outcome,Closed on', 'Northwind Logistics,Won,2027-01-15');
    await app.does(['import', '-'], row);
    await app.does(['import', '-'], row);
    await app.does(['import', '-'], { ...row, today: '2027-01-16' });
    expect(deals(app)).toEqual([['Northwind Logistics', 'won', '', '2027-01-15']]);
  });

  test('is said in one sentence', async () => {
    const { out } = await (await testApp()).does(['import', '-'], NOT_YET);
    expect(out).toContain(`
1 deal: 0 won, 0 lost, 1 open.
1 deal is marked as closed on a day that has not come yet (row 2). It stays open until you import it again after that day.
To take the import back: lossdebrief undo
`);
  });
});

describe('what cannot be read without doubt', () => {
  test.each([
    ['unclear-days.csv', 'Closed on: a day there is Friday 3 April 2026 or Wednesday 4 March 2026', '--date-format'],
    ['pivot-without-headings.csv', 'There is no row of headings', '--header-row'],
    ['unknown-headings.csv', 'no column tells how a deal ended, when it closed and which deal it is', '--map outcome='],
  ])('%s is refused as a whole, with what to do', async (name, why, hint) => {
    const app = await testApp();
    const ran = await imported(app, name);
    expect(ran.exitCode).toBe(4);
    expect(ran.err.replaceAll(/\s+/g, ' ')).toContain(why);
    expect(ran.err).toContain(hint);
    expect(deals(app)).toEqual([]);
  });

  test.each([
    ['DD/MM/YYYY', ['2026-06-05', '2026-04-03']],
    ['month-first', ['2026-05-06', '2026-03-04']],
  ])('is read with --date-format %s', async (format, days) => {
    const app = await testApp();
    await imported(app, 'unclear-days.csv', '--date-format', format);
    expect(deals(app).map((deal) => (deal as string[])[3])).toEqual(days);
  });

  test('a day that contradicts the order that was named is refused', async () => {
    const app = await testApp();
    const rows = table(HEADINGS, '1,Contoso,Won,31/12/2025,1', '2,Fabrikam,Won,04/03/2025,1');
    const ran = await app.run(['import', '-', '--json', '--date-format', 'mdy'], rows);
    expect(ran.json().refusals).toEqual([{ row: 2, why: 'Closed on: not a day that is understood' }]);
  });

  test('one value far down in the file settles a whole column', async () => {
    const app = await testApp();
    const unclear = Array.from({ length: 9000 }, (_, index) => `${index},Contoso ${index},Won,02/01/2025,1`);
    const ran = await app.does(
      ['import', '-', '--json'],
      table(HEADINGS, ...unclear, '9999,Fabrikam,Won,31/01/2025,1'),
    );
    expect(ran.json().dayOrders).toEqual({ 'Closed on': 'day-first' });
    expect(app.store.record('D1')?.deal.decidedOn).toBe('2025-01-02');
  });

  test('a sign far down that contradicts the first ones has everything read anew', async () => {
    const app = await testApp();
    const rows = Array.from({ length: 9000 }, (_, index) => `${index};Contoso ${index};Won;2025-01-02;1.234`);
    const head = HEADINGS.replaceAll(',', ';');
    await app.does(['import', '-', '--json'], table(head, ...rows, '9999;Fabrikam Süd;Won;2025-01-02;1.234,5'));
    expect(app.store.record('D1')?.deal.amount?.minor).toBe(123_400);
    expect(app.store.record('D9001')?.deal.amount?.minor).toBe(123_450);
  });

  test('letters of another encoding far down in the file have everything read anew', async () => {
    const path = join(temporaryFolder(), 'late.csv');
    const rows = Array.from({ length: 9000 }, (_, index) => `${index},Contoso ${index},Won,2025-01-02,1`);
    writeFileSync(path, [HEADINGS, ...rows, '9999,Fabrikam Süd,Won,2025-01-03,1'].join('\n'), 'latin1');
    const app = await testApp();
    expect((await app.does(['import', path, '--json'])).json()).toMatchObject({ encoding: 'windows-1252', new: 9001 });
    expect(deals(app)[0]).toEqual(['Fabrikam Süd', 'won', '1 USD', '2025-01-03']);
  });

  test('a file in which no row can be read is refused as a whole', async () => {
    const app = await testApp();
    const ran = await app.run(['import', '-'], table(HEADINGS, '1,Contoso,Won,soon,1'));
    expect(ran).toMatchObject({ exitCode: 4 });
    expect(app.store.undo.next()).toBeUndefined();
  });
});

describe('while it reads, it says how far it has come', () => {
  test('in rows, how many a second, and how many seconds are left', async () => {
    const path = join(temporaryFolder(), 'long.csv');
    const rows = Array.from({ length: 5000 }, (_, index) => `${index},Contoso ${index},Won,2025-01-02,1`);
    writeFileSync(path, [HEADINGS, ...rows].join('\n'));
    const { progress } = await (await testApp()).does(['import', path, '--yes']);
    expect(progress.length).toBeGreaterThan(1);
    // The clock of the tests goes four seconds on whenever it is looked at.
    expect(progress[0]).toMatch(/^[\d,]+ rows, [\d,]+ a second, about \d+ seconds? left$/);
    expect(progress.at(-1)).toMatch(/^5,000 rows, [\d,]+ a second, about 0 seconds left$/);
  });

  test('in records, where the file is an export of lossdebrief', async () => {
    const full = await testApp();
    await full.does(
      ['import', '-'],
      table(HEADINGS, ...Array.from({ length: 1500 }, (_, id) => `${id}${NORTHWIND.slice(1)}`)),
    );
    const { out } = await full.does(['export', '--format', 'jsonl']);
    const { progress } = await (await testApp()).does(['import', '-'], { stdin: out });
    expect(progress[0]).toBe('1,000 records');
  });
});

describe('columns mapped by hand', () => {
  const MAP = [
    '--map',
    'id=Ref',
    '--map',
    'name=Account title',
    '--map',
    'outcome=Fate',
    '--map',
    'closedOn=Finished',
    '--map',
    'amount=Worth',
  ];

  test('are read as the person says', async () => {
    const app = await testApp();
    expect((await imported(app, 'unknown-headings.csv', ...MAP)).json()).toMatchObject({ won: 1, lost: 1, new: 2 });
    expect(deals(app)[0]).toEqual(['Northwind Logistics', 'lost-unspecified', '148000 USD', '2026-10-02']);
  });

  test('and kept under a name are known again, by that name and by their headings', async () => {
    const app = await testApp();
    await imported(app, 'unknown-headings.csv', ...MAP, '--save-map', 'our-crm');
    expect((await imported(app, 'unknown-headings.csv')).json()).toMatchObject({ profile: 'our-crm', unchanged: 2 });
    expect((await imported(app, 'unknown-headings.csv', '--profile', 'our-crm')).json()).toMatchObject({
      unchanged: 2,
    });
  });

  test('may leave out what there is not: then the row number stands in for a name', async () => {
    const app = await testApp();
    const ran = await app.does(['import', '-', '--map', 'outcome=Fate'], { ...table('Fate,Worth', 'Lost,1', 'Won,2') });
    expect(ran.out).toContain('2 deals: 1 won, 1 lost, 0 open.');
    expect(
      app.store
        .records({})
        .map(({ deal }) => deal.name)
        .toSorted(),
    ).toEqual(['Row 2', 'Row 3']);
  });

  test.each([
    [['--profile', 'siebel'], 'There is no profile siebel.'],
    [['--save-map', 'hubspot'], 'hubspot is a profile that comes with lossdebrief.'],
    [['--date-format', 'soon'], '--date-format soon is not a format'],
    [['--encoding', 'morse'], '--encoding morse is not known.'],
    [['--map', 'mood=Fate'], 'mood is no fact of a deal'],
  ])('%j is a usage error', async (flags, words) => {
    const app = await testApp();
    const ran = await imported(app, 'unknown-headings.csv', ...MAP, ...flags);
    expect(ran).toMatchObject({ exitCode: 2 });
    expect(ran.err).toContain(words);
  });

  test('on a terminal are asked for, with values of each column to tell them by', async () => {
    const app = await testApp();
    const script = [
      ['outcome', 'Fate'],
      ['closedOn', 'finished'],
      ['name', 'Account title'],
      ['id', 'Ref'],
      ['amount', 'Worth'],
      ['currency', 'EUR'],
      ['import', 'y'],
    ] as const;
    const ran = await app.does(['import', fixture('unknown-headings.csv')], { script, isTTY: true });
    expect(ran.err).toContain('2 rows: 2 would be new, 0 would change, 0 unchanged, 0 refused.');
    expect(deals(app)[0]).toEqual(['Northwind Logistics', ...LOST]);
  });

  test.each([
    [
      'has no day in it',
      [
        ['outcome', 'Fate'],
        ['closedOn', 'Account title'],
      ],
      'No value of Account title reads as a day.',
    ],
    [
      'is taken already',
      [
        ['outcome', 'Fate'],
        ['closedOn', 'Fate'],
      ],
      'Fate is taken already.',
    ],
    ['is not there', [['outcome', 'Mood']], 'There is no column Mood.'],
  ] as const)('on a terminal a column that %s is not taken', async (_what, script, words) => {
    const app = await testApp();
    await expect(app.run(['import', fixture('unknown-headings.csv')], { script, isTTY: true })).resolves.toMatchObject({
      exitCode: 2,
      err: expect.stringContaining(words) as unknown,
    });
  });

  test('on a terminal one can go back to the column before', async () => {
    const app = await testApp();
    const script = [
      ['outcome', 'Account title'],
      ['closedOn', '<'],
      ['outcome', 'Fate'],
      ['closedOn', 'Finished'],
      ['name', 'Account title'],
      ['id', ''],
      ['amount', ''],
      ['import', 'y'],
    ] as const;
    await app.does(['import', fixture('unknown-headings.csv')], { script, isTTY: true });
    expect(deals(app)).toEqual([
      ['Northwind Logistics', 'lost-unspecified', '', '2026-10-02'],
      ['Contoso', 'won', '', '2026-09-18'],
    ]);
  });

  test.each([
    ['its name as one word', 'my deals.csv', "lossdebrief import '", "my deals.csv' --date-format"],
    ['a dash for standard input', '-', 'lossdebrief import - --date-format', ''],
  ])('what to do is a command that works, with %s', async (_what, name, begin, end) => {
    const path = name === '-' ? name : join(temporaryFolder(), name);
    const stdin = readFileSync(fixture('unclear-days.csv'), 'utf8');
    if (name !== '-') writeFileSync(path, stdin);
    const { err } = await (await testApp()).run(['import', path], { stdin });
    expect(err).toContain(begin);
    expect(err).toContain(end);
  });

  test('days that contradict each other are said to, as no order fits them all', async () => {
    const app = await testApp();
    const rows = table(
      HEADINGS,
      '1,Contoso,Won,31/12/2025,1',
      '2,Fabrikam,Won,12/31/2025,1',
      '3,Adatum,Won,4/3/2025,1',
    );
    const { err } = await app.run(['import', '-'], rows);
    expect(err.replaceAll(/\s+/g, ' ')).toContain('only be read with the day first, others only with the month first');
  });

  test('on a terminal days that can be read in two ways are asked about', async () => {
    const app = await testApp();
    const script = [
      ['date-format', 'd'],
      ['import', 'y'],
    ] as const;
    await app.does(['import', fixture('unclear-days.csv')], { script });
    expect(deals(app).map((deal) => (deal as string[])[3])).toEqual(['2026-06-05', '2026-04-03']);
  });
});

describe('stages that do not tell how a deal ended', () => {
  const BY_NUMBER = table(
    'deal_id,property_dealname,deal_pipeline_stage_id,property_closedate',
    '1,Northwind,1742,2026-10-02',
    '2,Contoso,1741,2026-09-18',
    '3,Tailspin,1739,2026-12-31',
  );
  const NAMED = ['--won-stage', '1741', '--lost-stage', '1742'];

  test('can be named as won and lost, and are said to be open until then', async () => {
    const app = await testApp();
    const { out } = await app.does(['import', '-', '--dry-run'], BY_NUMBER);
    expect(out).toContain(
      'Read as open: 1742, 1741 and 1739.\n' +
        'No deal in it reads as closed. If some are, say which column tells, --map outcome=COLUMN, or which stages, --won-stage STAGE --lost-stage STAGE\n',
    );
    expect((await app.does(['import', '-', '--json', ...NAMED], BY_NUMBER)).json()).toMatchObject({
      profile: 'hubspot',
      won: 1,
      lost: 1,
      open: 1,
      openStages: ['1739'],
      missingStages: [],
    });
    expect(app.store.records({ sort: 'name' }).map(({ deal }) => deal.outcome)).toEqual([
      'won',
      'lost-unspecified',
      undefined,
    ]);
  });

  test('may be statuses in any language', async () => {
    const app = await testApp();
    const file = table(HEADINGS, '1,A,Voitettu,2026-10-02,', '2,B,Hävitty,2026-10-02,', '3,C,Kesken,,');
    const { out } = await app.does(['import', '-', '--won-stage', 'voitettu', '--lost-stage', 'hävitty'], file);
    expect(out).toContain('3 deals: 1 won, 1 lost, 1 open.\nRead as open: Kesken.\n');
  });

  test('are kept with a map, which counts the next time by itself', async () => {
    const app = await testApp();
    await app.does(['import', '-', ...NAMED, '--save-map', 'pipeline'], BY_NUMBER);
    expect((await app.does(['import', '-', '--json'], BY_NUMBER)).json()).toMatchObject({
      profile: 'pipeline',
      unchanged: 3,
      won: 1,
      lost: 1,
    });
    const { json } = await app.does(['import', '-', '--json', '--lost-stage', '1741'], BY_NUMBER);
    expect(json()).toMatchObject({ changed: 1, won: 0, lost: 2 });
  });

  test('leave the pipeline a field when they are kept', async () => {
    const app = await testApp();
    const file = table(
      'deal_id,property_dealname,deal_pipeline_stage_id,property_closedate,deal_pipeline_id',
      '1,Northwind,1742,2026-10-02,renewals',
    );
    await app.does(['import', '-', '--lost-stage', '1742', '--save-map', 'pipeline'], file);
    expect((await app.does(['import', '-', '--json'], file)).json()).toMatchObject({
      columns: { pipeline: ['deal_pipeline_id'] },
      fields: ['deal_pipeline_id'],
    });
  });

  test('are missed where no deal has one, as they were typed, and only those that were named for this import', async () => {
    const app = await testApp();
    const named = [...NAMED, '--lost-stage', 'Dead End', '--save-map', 'pipeline'];
    const { out } = await app.does(['import', '-', ...named], BY_NUMBER);
    expect(out).toContain('No deal in it has the stage Dead End.\n');
    const again = await app.does(['import', '-'], BY_NUMBER);
    expect(again.out).toContain('Read as pipeline');
    expect(again.out).not.toContain('No deal in it has the stage');
  });
});

describe('the currency of amounts that name none', () => {
  const BARE = table(HEADINGS, NORTHWIND);

  test('is asked for on a terminal, before the import is shown, and kept', async () => {
    const app = await testApp();
    const script: Script = [
      ['currency', 'eur'],
      ['import', 'y'],
    ];
    const { err, asked } = await app.does(['import', '-'], { ...BARE, script });
    expect(asked.map(({ id }) => id)).toEqual(['currency', 'import']);
    expect(err).not.toContain('Nothing tells the currency');
    expect(err).toContain('Amounts without a currency are taken as EUR from now on.\n');
    expect(deals(app)).toEqual([['Northwind Logistics', ...LOST]]);
    const [question] = asked;
    if (question?.form.form !== 'line') throw new Error('No line is asked for.');
    expect(await question.form.read('pesos')).toEqual({
      problem: '"pesos" is not a currency in use. Please write its three letters, such as EUR or USD.',
    });
    expect(await question.form.read('euros')).toMatchObject({ value: { currency: 'EUR' } });
    const again = await app.does(['import', '-'], {
      ...table(HEADINGS, '2,Contoso,Won,2026-09-18,61000'),
      script: [['import', 'y']],
    });
    expect(again.asked).toHaveLength(1);
    expect(deals(app)).toContainEqual(['Contoso', ...WON]);
  });

  test('is not kept where the import is not wanted', async () => {
    const app = await testApp();
    const script: Script = [
      ['currency', 'EUR'],
      ['import', 'n'],
    ];
    await app.does(['import', '-'], { ...BARE, script });
    expect(app.store.setting('currency')).toBeUndefined();
  });

  test.each([
    ['each amount has its own', HEADINGS, NORTHWIND.replace('148000', '148000 EUR')],
    ['its heading has one', `${HEADINGS} (EUR)`, NORTHWIND],
    [
      'the only amounts are of deals that are deleted',
      `${HEADINGS},Deleted`,
      `${NORTHWIND},yes\n2,Contoso,Won,2026-09-18,,`,
    ],
    ['there is no amount', HEADINGS, NORTHWIND.replace('148000', '')],
  ])('is not asked for where %s', async (_, headings, row) => {
    const { err, asked } = await (
      await testApp()
    ).does(['import', '-'], { ...table(headings, row), script: [['import', 'n']] });
    expect(asked).toHaveLength(1);
    expect(err).not.toContain('USD');
  });

  test('is said to be taken as USD where nobody can be asked, and an import with --currency puts it right', async () => {
    const app = await testApp();
    const { out } = await app.does(['import', '-'], BARE);
    expect(out).toContain(
      'Nothing tells the currency, so amounts without one are taken as USD. If they are in another, import it again with --currency EUR, or set it for good: lossdebrief config set currency EUR\n',
    );
    const { json } = await app.does(['import', '-', '--currency', 'eur', '--json'], BARE);
    expect(json()).toMatchObject({ changed: 1, guessedCurrency: null });
    expect(deals(app)).toEqual([['Northwind Logistics', ...LOST]]);
  });

  test('is that of --currency before that of the settings', async () => {
    const app = await testApp();
    await app.does(['import', '-', '--currency', 'EUR'], { ...BARE, settings: { currency: 'CHF' } });
    expect(deals(app)).toEqual([['Northwind Logistics', ...LOST]]);
    expect(await app.run(['import', '-', '--currency', 'EURO'], BARE)).toMatchObject({ exitCode: 2 });
  });

  test.each([
    ['a plain table', HEADINGS, NORTHWIND],
    [
      'an export of a CRM',
      'deal_id,property_dealname,deal_pipeline_stage_id,property_closedate,property_amount',
      '1,Northwind Logistics,closedlost,2026-10-02,148000',
    ],
  ])('is kept with the map of %s, so that the next import leaves the amounts as they are', async (_, headings, row) => {
    const app = await testApp();
    const file = table(headings, row);
    await app.does(['import', '-', '--currency', 'EUR', '--save-map', 'mine'], file);
    const { json } = await app.does(['import', '-', '--json'], file);
    expect(json()).toMatchObject({ profile: 'mine', unchanged: 1, guessedCurrency: null });
    await app.does(['import', '-', '--profile', 'mine', '--save-map', 'mine'], file);
    expect(deals(app)).toEqual([['Northwind Logistics', ...LOST]]);
    const { out } = await app.does(['import', '-', '--currency', 'CHF', '--dry-run'], file);
    expect(out).toContain('1 would change');
  });
});

describe('before anything is written', () => {
  test('a terminal shows what would change, and a no leaves everything', async () => {
    const app = await testApp();
    const ran = await app.does(['import', fixture('german.csv')], { script: [['import', 'n']], isTTY: true });
    expect(ran.out).toBe('');
    expect(ran.err).toMatchInlineSnapshot(`
      "Read as a plain table: windows-1252, columns by semicolon, headings in row 2,
      decimal comma, 1 line around the deals left out (row 6).
        Columns: id from Vorgangsnummer · name from Verkaufschance · account from
        Firma · stage from Phase · amount from Betrag · createdOn from Angelegt am ·
        closedOn from Abgeschlossen am · reason from Verlustgrund
        Kept as fields, for report --by field:NAME: Region

      3 rows: 3 would be new, 0 would change, 0 unchanged, 0 refused.
      3 deals: 1 won, 1 lost, 1 open.
      Read as open: Angebot.
      Nothing was imported.
      "
    `);
    expect(deals(app)).toEqual([]);
  });

  test('open stages are named as the file has them', async () => {
    const rows = ['1,A,Proposal,,1', '2,B,Prospecting,,1', '3,C,NEGOTIATION,,1'];
    const { out } = await (
      await testApp()
    ).run(['import', '-', '--dry-run'], table(HEADINGS.replace('Outcome', 'Stage'), ...rows));
    expect(out).toContain('Read as open: Proposal, Prospecting and NEGOTIATION.\n');
  });

  test('it is said which deals are left out, as the CRM marks them as deleted', async () => {
    const { out } = await (await testApp()).run(['import', fixture('salesforce-deleted.csv'), '--dry-run']);
    expect(out).toContain(
      '4 rows: 2 would be new, 0 would change, 0 unchanged, 0 refused, 2 left out.\n' +
        '2 deals: 0 won, 1 lost, 1 open.\n' +
        '2 deals are marked as deleted in the CRM and left out (rows 3, 4).\n',
    );
  });

  test('Ctrl-C at the question is a no', async () => {
    const app = await testApp();
    expect(await app.run(['import', fixture('german.csv')], { script: [] })).toMatchObject({ exitCode: 130 });
    expect(deals(app)).toEqual([]);
  });

  test('--dry-run says the same as the import and writes nothing', async () => {
    const app = await testApp();
    const dry = (await imported(app, 'dynamics.csv', '--dry-run')).json();
    expect(deals(app)).toEqual([]);
    expect((await imported(app, 'dynamics.csv')).json()).toEqual({ ...dry, dryRun: false });
  });
});

describe('an import', () => {
  test('into a file that was named says so in the commands to go on with', async () => {
    const app = await testApp();
    const { out } = await app.does(['import', fixture('pipedrive.csv'), '--db', 'my deals.db']);
    expect(out).toContain(`
Closed deals wait for a debrief: lossdebrief --db "my deals.db" due
To take the import back: lossdebrief --db "my deals.db" undo
`);
    const { err } = await app.run(['undo', '--db', 'my deals.db']);
    expect(err).toContain('try:   lossdebrief --db "my deals.db" undo --yes\n');
    expect((await app.run(['undo'])).err).toContain('try:   lossdebrief undo --yes\n');
  });

  test('into a file that was named says so in the questions, too', async () => {
    const app = await testApp();
    const { asked } = await app.does(['import', fixture('pipedrive.csv'), '--db', 'my deals.db'], {
      script: [['import', 'n']],
    });
    expect(asked[0]?.why).toEqual([
      'All of it is written at once, or nothing. lossdebrief --db "my deals.db" undo takes it back.',
    ]);
  });

  test('is one change, and undo takes it back', async () => {
    const app = await testApp();
    await app.does(['import', '-'], table(HEADINGS, NORTHWIND));
    await app.does(
      ['import', '-'],
      table(`${HEADINGS},Contact`, NORTHWIND.replace('148000', '1'), '2,Contoso,Won,2026-09-18,1,Dana Reyes'),
    );
    const ran = await app.does(['undo', '--yes'], { isTTY: true });
    expect(ran.out).toContain('To take back: import');
    expect(deals(app)).toEqual([['Northwind Logistics', 'lost-unspecified', '148000 USD', '2026-10-02']]);
    await app.does(['undo', '--yes']);
    expect(deals(app)).toEqual([]);
    await app.does(['import', '-'], table(HEADINGS, NORTHWIND));
    expect(deals(app)).toHaveLength(1);
  });

  test('writes nothing at all where the file breaks off in the middle', async () => {
    const app = await testApp();
    const rows = Array.from({ length: 9000 }, (_, index) => `${index},Contoso ${index},Won,2025-01-02,1`);
    const ran = await app.run(['import', '-'], table(HEADINGS, ...rows, '9999,"Fabrikam'));
    expect(ran).toMatchObject({ exitCode: 4 });
    expect(ran.err).toContain('Row 9002 begins a quote that is never closed');
    expect(deals(app)).toEqual([]);
    await app.does(['log', 'Contoso', 'call']);
    expect(app.store.undo.next()?.what).toBe('log');
  });

  test('of nothing but line breaks is refused', async () => {
    const app = await testApp();
    const ran = await app.run(['import', '-'], { stdin: `${HEADINGS}${'\n'.repeat(60_000)}` });
    expect(ran).toMatchObject({ exitCode: 4 });
  });

  test('of a table below titles of several lines names the row in which a quote has no end', async () => {
    const app = await testApp();
    const ran = await app.run(['import', '-'], table('"Deals\nof\n2026"', '', HEADINGS, NORTHWIND, '2,"Fabrikam'));
    expect(ran.err).toContain('Row 5 begins a quote that is never closed');
    const refused = await app.run(
      ['import', '-', '--json'],
      table('"Deals\nof\n2026"', '', HEADINGS, NORTHWIND, '2,x,Won,soon,1'),
    );
    expect(refused.json()).toMatchObject({ headerRow: 3, new: 1, refusals: [{ row: 5 }] });
  });

  test.each([
    [['--max-rows', '1'], 'holds more than 1 row.'],
    [['--header-row', '99'], 'There is no row 99'],
  ])('is refused with %j', async (flags, words) => {
    const app = await testApp();
    const ran = await imported(app, 'hubspot.csv', ...flags);
    expect(ran).toMatchObject({ exitCode: 4 });
    expect(ran.err).toContain(words);
    expect(deals(app)).toEqual([]);
  });

  test('of a file that is too large is refused before it is read', async () => {
    const path = join(temporaryFolder(), 'large.csv');
    writeFileSync(path, 'x'.repeat(1024 * 1024 + 1));
    const ran = await (await testApp()).run(['import', path, '--max-mb', '1']);
    expect(ran).toMatchObject({ exitCode: 4 });
    expect(ran.err).toContain('is larger than 1 MB');
  });

  test('leaves so many rows at the end out as it is told', async () => {
    const app = await testApp();
    const rows = table(HEADINGS, NORTHWIND, 'All together,,,,148000');
    expect((await app.does(['import', '-', '--json', '--footer', '1'], rows)).json()).toMatchObject({
      rows: 1,
      leftOut: [3],
    });
  });

  test('shows names that would drive a terminal, as text', async () => {
    const app = await testApp();
    const ran = await app.does(
      ['import', '-'],
      table(`${HEADINGS},\u001b[2JRegion`, '1,\u001b]0;x\u0007Acme,Lost,2026-10-02,1,a'),
    );
    expect(ran.out).not.toMatch(CONTROL_BUT_BREAKS);
    expect(app.store.record('D1')?.deal.name).toBe('\u001b]0;x\u0007Acme');
  });
});

describe('refused rows', () => {
  test('go to a file that can be mended and imported', async () => {
    const app = await testApp();
    const path = join(temporaryFolder(), 'refused.csv');
    const rows = table(HEADINGS, NORTHWIND, '2,=Contoso,Won,soon,-5');
    expect(await app.run(['import', '-', '--rejects', path], rows)).toMatchObject({ exitCode: 5 });
    const text = readFileSync(path, 'utf8');
    expect(text).toBe(
      `Row,Refused because,${HEADINGS}\n3,Closed on: not a day that is understood,2,'=Contoso,Won,soon,'-5\n`,
    );
    writeFileSync(path, text.replace('soon', '2026-09-18'));
    await app.does(['import', path]);
    expect(deals(app)[1]).toEqual(['=Contoso', 'won', '-5 USD', '2026-09-18']);
    expect(app.store.customFields()).toEqual([]);
  });

  test('come out as they came, however often they are refused, and whatever stands before them', async () => {
    const app = await testApp();
    const folder = temporaryFolder();
    const [first, second] = [join(folder, 'first.csv'), join(folder, 'second.csv')];
    const cell = "'=Contoso";
    await app.run(['import', '-', '--rejects', first], table(HEADINGS, NORTHWIND, `2,${cell},Won,soon,-5`));
    await app.run(['import', first, '--rejects', second]);
    expect(readFileSync(second, 'utf8')).toBe(readFileSync(first, 'utf8').replace('\n3,', '\n2,'));
    writeFileSync(second, readFileSync(second, 'utf8').replace('soon', '2026-09-18'));
    await app.does(['import', second]);
    expect(deals(app)[1]).toEqual([cell, 'won', '-5 USD', '2026-09-18']);
    expect(app.store.customFields()).toEqual([]);
  });

  test('that have no place to go to leave everything as it is', async () => {
    const app = await testApp();
    const path = join(temporaryFolder(), 'refused.csv');
    writeFileSync(path, 'mine');
    const ran = await app.run(['import', '-', '--rejects', path], table(HEADINGS, NORTHWIND, '2,Contoso,Won,soon,1'));
    expect(ran).toMatchObject({ exitCode: 8, out: '' });
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(deals(app)).toEqual([]);
  });

  test('repeat nothing of what stands in them', async () => {
    const app = await testApp();
    const ran = await app.run(
      ['import', '-', '--json'],
      table(HEADINGS, NORTHWIND, '2,Secret Ltd,Won,my private day,1'),
    );
    expect(ran.out + ran.err).not.toMatch(/Secret|private/);
  });
});
