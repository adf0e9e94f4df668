import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONTROL_BUT_BREAKS } from '../support/control-characters.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { deals, fixture, HEADINGS, imported, NORTHWIND, table } from '../support/imports.ts';
import { testApp } from '../support/test-app.ts';

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
