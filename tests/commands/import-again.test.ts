import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, test } from 'vitest';
import { setting } from '../support/debriefs.ts';
import { deals, HEADINGS, imported, NORTHWIND, table } from '../support/imports.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

describe('a second import', () => {
  test.each(['hubspot.csv', 'salesforce-api.csv', 'pipedrive.csv', 'german.csv', 'no-ids.csv'])(
    'of %s changes nothing',
    async (name) => {
      const app = await testApp();
      await imported(app, name);
      const before = app.store.records({});
      expect((await imported(app, name)).json()).toMatchObject({ new: 0, changed: 0 });
      expect(app.store.records({})).toEqual(before);
      // Nor is there anything to take back but the first.
      await app.does(['undo', '--yes']);
      expect(deals(app)).toEqual([]);
    },
  );

  test('of any rows changes nothing', async () => {
    // With a zero byte in it, a file is no text.
    const anyText = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replaceAll('\0', ''));
    const cell = fc.oneof(anyText, fc.constantFrom('', 'null', '0', '2026-10-02', 'Won'));
    const row = fc.tuple(
      cell,
      cell,
      fc.constantFrom('Won', 'Lost', 'Proposal', ''),
      fc.constantFrom('2026-10-02', '', '31/12/2025'),
      cell,
      cell,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
        const app = await testApp();
        const stdin = stringify([[...HEADINGS.split(','), 'Region'], ...rows]);
        const first = await app.run(['import', '-', '--json'], { stdin });
        const before = app.store.records({});
        const second = await app.run(['import', '-', '--json'], { stdin });
        expect(app.store.records({})).toEqual(before);
        expect(second.json()).toMatchObject({ new: 0, changed: 0, refused: first.json().refused });
        app.store.close();
      }),
      { numRuns: 60 },
    );
  });

  test('changes what the CRM changed, and leaves what it does not say', async () => {
    const app = await testApp();
    await app.does(['import', '-'], table(HEADINGS, '1,Contoso,Proposal,2026-12-31,61000'));
    const { json } = await app.does(['import', '-', '--json'], table(HEADINGS, '1,Contoso Ltd,Lost,2026-11-02,'));
    expect(json()).toMatchObject({ new: 0, changed: 1, lost: 1 });
    expect(deals(app)).toEqual([['Contoso Ltd', 'lost-unspecified', '61000 USD', '2026-11-02']]);
  });

  test('opens a deal again that the CRM has open again', async () => {
    const app = await testApp();
    await app.does(['import', '-'], table(HEADINGS, NORTHWIND));
    await app.does(['import', '-'], table(HEADINGS, NORTHWIND.replace('Lost', 'Negotiation')));
    expect(deals(app)).toEqual([['Northwind Logistics', 'open', '148000 USD', '']]);
  });

  describe('without record ids', () => {
    const NO_IDS = 'Deal,Account,Stage,Created,Closed on,Amount';
    const OPEN_DEAL = 'Renewal,Contoso,Negotiation,2026-03-02,2026-12-31,61000';
    const CLOSED_DEAL = 'Renewal,Contoso,Lost,2026-03-02,2026-11-02,61000';

    test('knows an open deal again when it has closed, and says by what', async () => {
      const app = await testApp();
      await app.does(['import', '-'], table(NO_IDS, OPEN_DEAL));
      const ran = await app.does(['import', '-', '--json'], table(NO_IDS, CLOSED_DEAL));
      expect(ran.json()).toMatchObject({
        new: 0,
        changed: 1,
        byName: [{ row: 2, deal: { id: 'D1', name: 'Renewal' } }],
      });
      expect(deals(app)).toEqual([['Renewal', 'lost-unspecified', '61000 USD', '2026-11-02']]);
      const again = await app.does(['import', '-', '--json'], table(NO_IDS, CLOSED_DEAL));
      expect(again.json()).toMatchObject({ unchanged: 1, byName: [] });
      await app.does(['undo', '--yes']);
      expect(deals(app)).toEqual([['Renewal', 'open', '61000 USD', '']]);
      await app.does(['import', '-'], table(NO_IDS, OPEN_DEAL));
      expect(deals(app)).toHaveLength(1);
    });

    test('names the deal on file where the same one closed on another day, and merges nothing', async () => {
      const app = await testApp();
      await app.does(['import', '-'], table(NO_IDS, CLOSED_DEAL));
      const moved = CLOSED_DEAL.replace('2026-11-02', '2026-11-05');
      const alike = [{ row: 2, deal: { id: 'D1', name: 'Renewal' }, decidedOn: '2026-11-02' }];
      const dry = await app.does(['import', '-', '--dry-run', '--json'], table(NO_IDS, moved));
      expect(dry.json()).toMatchObject({ new: 1, alike });
      const { out } = await app.does(['import', '-'], table(NO_IDS, moved));
      expect(out).toContain('New beside one that closed on another day; if it is the same deal, delete one');
      expect(out).toContain('Renewal: row 2, on file closed on Monday 2 November 2026');
      expect(deals(app)).toHaveLength(2);
      expect((await app.does(['import', '-', '--json'], table(NO_IDS, moved))).json()).toMatchObject({ alike: [] });
    });

    test('takes deals of one name that stand in the file side by side for what they are', async () => {
      const app = await testApp();
      await app.does(['import', '-'], table(NO_IDS, CLOSED_DEAL));
      const others = [
        CLOSED_DEAL.replace('2026-11-02', '2026-11-05'),
        CLOSED_DEAL,
        CLOSED_DEAL.replace('Contoso', 'Northwind').replace('2026-11-02', '2026-11-05'),
        CLOSED_DEAL.replace('Renewal', 'Renewal 2').replace('2026-11-02', '2026-11-05'),
      ];
      const ran = await app.does(['import', '-', '--json'], table(NO_IDS, ...others));
      expect(ran.json()).toMatchObject({ new: 3, unchanged: 1, alike: [] });
    });

    test('says on the page which deals it took for one on file', async () => {
      const app = await testApp();
      await app.does(['import', '-'], table(NO_IDS, OPEN_DEAL));
      const { out } = await app.does(['import', '-', '--dry-run'], table(NO_IDS, CLOSED_DEAL));
      expect(out).toContain('Taken for a deal that is on file, by its name');
      expect(out).toMatch(/D1 +Renewal: row 2/);
      expect(deals(app)).toEqual([['Renewal', 'open', '61000 USD', '']]);
    });

    test.each([
      ['of another account', CLOSED_DEAL.replace('Contoso', 'Fabrikam')],
      ['created on another day', CLOSED_DEAL.replace('2026-03-02', '2026-04-07')],
      ['closed before the open one was created', 'Renewal,Contoso,Lost,,2025-11-02,61000'],
    ])('takes a closed deal %s for another one', async (_what, closed) => {
      const app = await testApp();
      await app.does(['import', '-'], table(NO_IDS, OPEN_DEAL));
      expect((await app.does(['import', '-', '--json'], table(NO_IDS, closed))).json()).toMatchObject({ new: 1 });
    });

    test.each([
      ['the closed one first', [CLOSED_DEAL, OPEN_DEAL]],
      ['the open one first', [OPEN_DEAL, CLOSED_DEAL]],
    ])('keeps a closed deal and an open one of the same name apart: %s', async (_order, rows) => {
      const app = await testApp();
      await app.does(['import', '-'], table(NO_IDS, OPEN_DEAL));
      await app.does(['import', '-'], table(NO_IDS, ...rows));
      const after = deals(app);
      expect(new Set(after.map((deal) => (deal as string[])[1]))).toEqual(new Set(['lost-unspecified', 'open']));
      expect((await app.does(['import', '-', '--json'], table(NO_IDS, ...rows))).json()).toMatchObject({
        unchanged: 2,
      });
      expect(deals(app)).toEqual(after);
    });
  });

  describe('of a deal that was logged before the CRM knew it', () => {
    test('takes them for one', async () => {
      const app = await testApp();
      await app.does(['log', 'northwind logistics', 'call', '--at', '2026-09-01']);
      const { json } = await app.does(['import', '-', '--json'], table(HEADINGS, NORTHWIND));
      expect(json()).toMatchObject({ new: 0, changed: 1, byName: [{ row: 2, deal: { id: 'D1' } }] });
      expect((await app.does(['import', '-', '--json'], table(HEADINGS, NORTHWIND))).json()).toMatchObject({
        unchanged: 1,
        byName: [],
      });
      expect(deals(app)).toEqual([['Northwind Logistics', 'lost-unspecified', '148000 USD', '2026-10-02']]);
    });

    test('leaves alone what was over before the first call', async () => {
      const app = await testApp();
      await app.does(['log', 'Northwind Logistics', 'call', '--at', '2026-11-01']);
      expect((await app.does(['import', '-', '--json'], table(HEADINGS, NORTHWIND))).json()).toMatchObject({ new: 1 });
    });
  });

  test('does not bring back what was deleted here', async () => {
    const app = await testApp();
    await app.does(['import', '-'], table(HEADINGS, NORTHWIND));
    await app.does(['delete', 'D1', '--yes']);
    expect((await app.does(['import', '-', '--json'], table(HEADINGS, NORTHWIND))).json()).toMatchObject({
      unchanged: 1,
      stayDeleted: [{ row: 2, deal: { id: 'D1', name: 'Northwind Logistics' } }],
    });
    expect(deals(app)).toEqual([]);
  });

  test('says which deals were deleted here and stay so, and how to bring one back', async () => {
    const app = await testApp();
    const file = table(HEADINGS, NORTHWIND, '2,Contoso,Won,2026-09-18,61000');
    await app.does(['import', '-'], file);
    await app.does(['delete', 'D1', '--yes']);
    expect((await app.does(['import', '-'], file)).out).toContain(
      '1 deal was deleted here and stays so: D1. To bring it back: lossdebrief undo D1\n',
    );
    await app.does(['delete', 'D2', '--yes']);
    expect((await app.does(['import', '-', '--dry-run'], file)).out).toContain(
      '2 deals were deleted here and stay so: D1 and D2. To bring one back: lossdebrief undo D1\n',
    );
    await app.does(['undo', 'D1', '--yes']);
    await app.does(['undo', 'D2', '--yes']);
    expect((await app.does(['import', '-'], file)).out).not.toContain('deleted here');
  });
});

describe('a deal on file that the CRM has deleted since', () => {
  const MARKED = `${HEADINGS},Deleted`;
  const NORTHWIND_GONE = `${NORTHWIND},true`;
  const CONTOSO = '2,Contoso,Won,2026-09-18,61000';

  /** Northwind and Contoso, each imported before it was deleted. */
  async function onFile(): Promise<TestApp> {
    const app = await testApp();
    await app.does(['import', '-'], table(HEADINGS, NORTHWIND, CONTOSO));
    return app;
  }

  test('is named before anything is written, and deleted here too after a yes of its own', async () => {
    const app = await onFile();
    const ran = await app.does(['import', '-'], {
      ...table(MARKED, NORTHWIND_GONE, `${CONTOSO},false`),
      settings: { currency: 'USD' },
      script: [['take-out', 'y']],
      isTTY: true,
    });
    expect(ran.err).toContain('On file here, and deleted in the CRM since\n  D1          Northwind Logistics: row 2\n');
    expect(ran.asked.map(({ ask }) => ask)).toEqual([
      'D1, Northwind Logistics, is deleted in the CRM. Delete it here too?',
    ]);
    expect(ran.err).toContain('D1 is out of sight. To bring it back: lossdebrief undo D1\n');
    expect(deals(app)).toEqual([['Contoso', 'won', '61000 USD', '2026-09-18']]);
    await app.does(['undo', 'D1', '--yes']);
    expect(deals(app)).toHaveLength(2);
  });

  test('stays after a no, and the rest is imported all the same', async () => {
    const app = await onFile();
    const { out, asked } = await app.does(['import', '-'], {
      ...table(MARKED, NORTHWIND_GONE, '3,Tailspin,Demo,,1,'),
      settings: { currency: 'USD' },
      script: [
        ['import', 'y'],
        ['take-out', ''],
      ],
    });
    expect(asked.map(({ id }) => id)).toEqual(['import', 'take-out']);
    expect(out).toContain('To delete here too what the CRM has deleted: lossdebrief delete D1\n');
    expect(deals(app)).toHaveLength(3);
  });

  test('stays where nobody can be asked, and JSON and page name it', async () => {
    const app = await onFile();
    const again = table(MARKED, NORTHWIND_GONE, `${CONTOSO},true`);
    expect((await app.does(['import', '-', '--json'], again)).json()).toMatchObject({
      deletedInCrm: [2, 3],
      deletedOnFile: [
        { row: 2, deal: { id: 'D1', name: 'Northwind Logistics' }, isWorkedOn: false, isTakenOut: false },
        { row: 3, deal: { id: 'D2', name: 'Contoso' }, isWorkedOn: false, isTakenOut: false },
      ],
    });
    const { out } = await app.does(['import', '-'], again);
    expect(out).toContain('  D2          Contoso: row 3\n');
    expect(out).toContain('To delete here too what the CRM has deleted: lossdebrief delete D1\n');
    expect(deals(app)).toHaveLength(2);
  });

  test.each([
    ['debriefed', ['new', 'D1', '--set', 'outcome=postponed']],
    ['logged', ['log', 'D1', 'call']],
  ])('and that was %s stays, and nobody is asked', async (_, work) => {
    const app = await onFile();
    await app.does(work);
    const { out, err, asked } = await app.does(['import', '-'], { ...table(MARKED, NORTHWIND_GONE), script: [] });
    expect(asked).toEqual([]);
    expect(err).toContain('  D1          Northwind Logistics: row 2; you have worked on it, so it stays\n');
    expect(out).not.toContain('lossdebrief delete');
    expect(deals(app)).toHaveLength(2);
  });

  test('is known without a record id too, by its name, account and day', async () => {
    const app = await testApp();
    const headings = 'Deal,Account,Outcome,Closed on,Deleted';
    await app.does(['import', '-'], table(headings, 'Acme,Acme Ltd,Lost,2026-10-02,', 'Acme,Acme Ltd,Won,2026-09-02,'));
    const { json } = await app.does(['import', '-', '--json'], table(headings, 'Acme,Acme Ltd,Lost,2026-10-02,yes'));
    expect(json().deletedOnFile.map(({ deal }: { deal: { id: string } }) => deal.id)).toEqual(['D1']);
  });

  test('is known by its name and account where it was open, whichever day it was to close on', async () => {
    const app = await testApp();
    const headings = 'Deal,Account,Outcome,Closed on,Deleted';
    await app.does(['import', '-'], table(headings, 'Acme,Acme Ltd,Negotiation,2026-12-20,'));
    const gone = async (...rows: readonly string[]): Promise<readonly unknown[]> =>
      (await app.does(['import', '-', '--json'], table(headings, ...rows))).json().deletedOnFile;
    expect(await gone('Acme,Acme Ltd,Proposal,2027-01-15,yes')).toMatchObject([{ row: 2, deal: { id: 'D1' } }]);
    expect(await gone('Acme,Acme Ltd,Deleted,2027-01-15,')).toMatchObject([{ row: 2, deal: { id: 'D1' } }]);
    // That of a year ago is another deal.
    expect(await gone('Acme,Acme Ltd,Lost,2025-10-02,yes')).toEqual([]);
    expect(await gone('Acme,Acme Ltd,Proposal,2027-01-15,yes', 'Acme,Acme Ltd,Negotiation,2027-02-01,')).toEqual([]);
  });

  test('is none where another row of the file has it, or where it was deleted here', async () => {
    const app = await onFile();
    await app.does(['delete', 'D2', '--yes']);
    const { json } = await app.does(
      ['import', '-', '--json'],
      table(MARKED, NORTHWIND_GONE, `${NORTHWIND},`, `${CONTOSO},true`),
    );
    expect(json()).toMatchObject({ unchanged: 1, deletedInCrm: [2, 4], deletedOnFile: [] });
  });
});

describe('a debrief', () => {
  const DEBRIEF = [
    '--set',
    'currency=EUR',
    ...setting({ outcome: 'lost-competitor', winner: 'Globex', amount: '148000', 'decided-on': '2026-10-02' }),
  ];

  test('of an imported deal starts with what is known', async () => {
    const app = await testApp();
    await app.does(['import', '-'], table(HEADINGS, NORTHWIND));
    const { deal } = (await app.does(['new', 'D1', '--json', ...setting({ outcome: 'postponed' })])).json();
    expect(deal).toMatchObject({ id: 'D1', amount: 148_000, decidedOn: '2026-10-02', outcome: 'postponed' });
  });

  test('of a deal that the CRM has as won is one of a win', async () => {
    const app = await testApp();
    await app.does(['import', '-'], table(HEADINGS, NORTHWIND.replace('Lost', 'Won')));
    expect((await app.does(['new', 'D1', '--json'])).json()).toMatchObject({
      debrief: { framework: 'win' },
      deal: { outcome: 'won' },
    });
  });

  test('waits in due for each closed deal, and its names come first', async () => {
    const app = await testApp();
    await app.does(['log', 'Fabrikam', 'call']);
    await app.does(['import', '-'], table(HEADINGS, NORTHWIND, '2,Contoso,Won,2026-09-18,1', '3,Tailspin,Demo,,1'));
    const { items } = (await app.does(['due', '--json'])).json();
    expect(items.map(({ kind, deal }: { kind: string; deal: { name: string } }) => [kind, deal.name])).toEqual([
      ['debrief', 'Northwind Logistics'],
      ['debrief', 'Contoso'],
    ]);
    expect(app.store.dealNames(4)).toEqual(['Northwind Logistics', 'Contoso', 'Tailspin', 'Fabrikam']);
  });

  test('is never written over, and what the CRM says otherwise is shown', async () => {
    const app = await testApp();
    await app.does(['import', '-'], table(HEADINGS, NORTHWIND));
    await app.does(['new', 'D1', ...DEBRIEF]);
    const before = app.store.record('D1');
    const changed = table(`${HEADINGS},Competitor,Segment`, '1,Northwind,Lost,2026-10-09,99000,Initech,Retail');
    const { json } = await app.does(['import', '-', '--json'], changed);
    expect(json().conflicts).toEqual([
      {
        row: 2,
        deal: { id: 'D1', name: 'Northwind Logistics' },
        field: 'name',
        kept: 'Northwind Logistics',
        crm: 'Northwind',
      },
      expect.objectContaining({ field: 'amount', kept: '148,000 EUR', crm: '99,000 EUR' }),
      expect.objectContaining({ field: 'decidedOn', kept: '2026-10-02', crm: '2026-10-09' }),
      expect.objectContaining({ field: 'winner', kept: 'globex', crm: 'initech' }),
    ]);
    const { segment, ...particulars } = app.store.record('D1')?.particulars ?? {};
    expect(segment).toBe('Retail');
    expect({ ...app.store.record('D1'), particulars: { ...particulars, segment: undefined } }).toEqual(before);
    expect((await app.does(['import', '-'], changed)).out).toContain(
      'Northwind Logistics: the amount is 148,000 EUR, in the CRM 99,000 EUR',
    );
  });

  test('made before the first import is of the deal with that name and day, which does not wait once more', async () => {
    const app = await testApp();
    await app.does(['new', 'northwind logistics', ...DEBRIEF]);
    expect((await app.does(['import', '-', '--json'], table(HEADINGS, NORTHWIND))).json()).toMatchObject({
      new: 0,
      changed: 1,
    });
    expect((await app.does(['import', '-', '--json'], table(HEADINGS, NORTHWIND))).json()).toMatchObject({
      unchanged: 1,
    });
    expect(app.store.counts().deals).toBe(1);
  });

  test('that says won back agrees with a CRM that says won', async () => {
    const app = await testApp();
    await app.does(['new', 'Northwind Logistics', ...DEBRIEF]);
    const { followUp } = (await app.does(['show', 'D1', '--json'])).json();
    await app.does(['done', followUp.id, '--outcome', 'won-back']);
    const { json } = await app.does(['import', '-', '--json'], table(HEADINGS, NORTHWIND.replace('Lost', 'Won')));
    expect(json().conflicts).toEqual([]);
  });
});
