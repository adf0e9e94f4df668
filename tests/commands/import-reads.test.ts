import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { deals, HEADINGS, imported, LOST, table, WON } from '../support/imports.ts';
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
