import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { deals, fixture, HEADINGS, imported, LOST, NORTHWIND, table, WON } from '../support/imports.ts';
import type { Script } from '../support/scripted-terminal.ts';
import { testApp } from '../support/test-app.ts';

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
