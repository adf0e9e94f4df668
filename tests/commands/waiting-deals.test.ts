import { describe, expect, test } from 'vitest';
import { day } from '../support/days.ts';
import { setting } from '../support/debriefs.ts';
import { testApp, type TestApp } from '../support/test-app.ts';
import type { FiledDeal } from '../../src/store/store.ts';

/** A deal that is on file without a debrief, as from a CRM. */
function filed({ store }: TestApp, name: string, different: Partial<FiledDeal> = {}): string {
  return store.fileDeal({
    name,
    outcome: 'won',
    decidedOn: day('2026-11-03'),
    amount: { minor: 6_100_000, currency: 'EUR' },
    contractMonths: undefined,
    winner: undefined,
    forecast: undefined,
    stage: undefined,
    account: undefined,
    owner: undefined,
    createdOn: undefined,
    segment: undefined,
    persona: undefined,
    source: undefined,
    product: undefined,
    fields: {},
    ...different,
  });
}

async function losses(app: TestApp, ...names: readonly string[]): Promise<string> {
  let out = '';
  for (const name of names) {
    // Far enough apart that nothing is left out for a bad fortnight.
    const decidedOn = `2026-0${names.indexOf(name) + 5}-12`;
    const answers = setting({ outcome: 'lost-competitor', 'decided-on': decidedOn });
    ({ out } = await app.does(['new', name, ...answers], { isTTY: true }));
  }
  return out.replaceAll(/\s+/g, ' ');
}

describe('a closed deal without a debrief', () => {
  test('waits in due, won or lost, with what to type', async () => {
    const app = await testApp();
    filed(app, 'Contoso');
    filed(app, 'Fabrikam', { outcome: 'lost-unspecified', decidedOn: day('2026-10-02'), amount: undefined });
    expect((await app.does(['due'], { isTTY: true })).out).toMatchInlineSnapshot(`
      "Friday 20 November 2026
      Closed, and not debriefed
        D1    Contoso   won on 3 Nov 2026   61,000 EUR
        D2    Fabrikam   not won on 2 Oct 2026
      Look back on one: lossdebrief new D1
      "
    `);
  });

  test('says what to type in the file that was named, to programs too', async () => {
    const app = await testApp();
    filed(app, 'Contoso');
    const text = 'Look back on it: lossdebrief --db other.db new D1';
    expect((await app.does(['due', '--json', '--db', 'other.db'])).json().items[0].text).toBe(text);
    expect((await app.does(['due', '--db', 'other.db'])).out).toContain(`\t${text}\t`);
  });

  test('is an item of due as JSON, and a row in a pipe', async () => {
    const app = await testApp();
    filed(app, 'Contoso');
    const { items } = (await app.does(['due', '--json'])).json();
    expect(items).toEqual([
      expect.objectContaining({ id: 'D1', kind: 'debrief', on: '2026-11-03', amount: 61_000, currency: 'EUR' }),
    ]);
    const [, row] = (await app.does(['due'])).out.split('\n');
    expect(row?.split('\t').slice(0, 8)).toEqual([
      'D1',
      'debrief',
      '2026-11-03',
      '',
      '17',
      'Look back on it: lossdebrief new D1',
      'D1',
      'Contoso',
    ]);
  });

  test('is one of five, and the rest is a count', async () => {
    const app = await testApp();
    for (let number = 1; number <= 7; number += 1) filed(app, `Contoso ${number}`);
    const short = (await app.does(['due'], { isTTY: true })).out;
    expect(short.match(/Contoso \d/g)).toHaveLength(5);
    expect(short).toContain('and 2 more like these: lossdebrief due --all');
    expect((await app.does(['due', '--all'], { isTTY: true })).out.match(/Contoso \d/g)).toHaveLength(7);
  });

  test('is one line with the others where it ended more than eight weeks ago, unless all are wanted', async () => {
    const app = await testApp();
    filed(app, 'Contoso', { decidedOn: day('2026-09-25') });
    filed(app, 'Fabrikam', { decidedOn: day('2026-09-24') });
    filed(app, 'Northwind', { decidedOn: undefined });
    const short = (await app.does(['due'], { isTTY: true })).out;
    expect(short).toContain('  D1    Contoso   won on 25 Sep 2026');
    expect(short).toContain('and 2 deals that ended before 25 Sep 2026: lossdebrief due --all');
    expect((await app.does(['due', '--all'], { isTTY: true })).out).toMatch(/Contoso[^]*Fabrikam[^]*Northwind/);
    expect((await app.does(['due', '--json'])).json().items).toHaveLength(3);
  });

  test('is offered to be looked back on, though all ended long ago', async () => {
    const app = await testApp();
    filed(app, 'Contoso', { decidedOn: day('2025-12-30') });
    filed(app, 'Fabrikam', { decidedOn: day('2025-12-31') });
    expect((await app.does(['due'], { isTTY: true })).out).toMatchInlineSnapshot(`
      "Friday 20 November 2026
      Closed, and not debriefed
        2 deals that ended before 25 Sep 2026: lossdebrief due --all
      Look back on one: lossdebrief new D2
      "
    `);
  });

  test('is gone from there once it is debriefed', async () => {
    const app = await testApp();
    filed(app, 'Contoso');
    await app.does(['new', 'D1', '--won']);
    expect((await app.does(['due'], { isTTY: true })).out).not.toContain('not debriefed');
  });

  test('is nothing that came due by itself, so --check stays quiet about it', async () => {
    const app = await testApp();
    filed(app, 'Contoso');
    expect(await app.run(['due', '--check'])).toMatchObject({ exitCode: 0 });
  });

  test('counts in the one line for a shell', async () => {
    const app = await testApp();
    filed(app, 'Contoso');
    expect((await app.does(['due', '--quiet'], { isTTY: true })).out).toBe('1 to debrief: lossdebrief due\n');
  });

  test('does not wait while it is open', async () => {
    const app = await testApp();
    filed(app, 'Contoso', { outcome: undefined, decidedOn: undefined });
    expect((await app.does(['due', '--json'])).json().items).toEqual([]);
  });
});

describe('after three losses without a debriefed win', () => {
  test('new and due say which wins wait', async () => {
    const app = await testApp();
    filed(app, 'Contoso');
    const expected =
      'Three losses debriefed, and no win since. This win waits: D1 Contoso (3 Nov 2026). Compare one: lossdebrief new D1';
    expect(await losses(app, 'Acme', 'Fabrikam', 'Tailspin')).toContain(expected);
    expect((await app.does(['due'], { isTTY: true })).out.replaceAll(/\s+/g, ' ')).toContain(expected);
  });

  test('new says it too where no win waits, and due, which is read daily, does not', async () => {
    const app = await testApp();
    expect(await losses(app, 'Acme', 'Fabrikam', 'Tailspin')).toContain(
      'The next win you close, compare it: lossdebrief new --won',
    );
    expect((await app.does(['due', '--within', '400d'], { isTTY: true })).out).not.toContain('no win since');
  });

  test('four wins that wait are three names and a count', async () => {
    const app = await testApp();
    for (const name of ['Contoso', 'Litware', 'Proseware', 'Wingtip']) filed(app, name);
    expect(await losses(app, 'Acme', 'Fabrikam', 'Tailspin')).toContain('D2 Litware (3 Nov 2026) and 1 more.');
  });

  test('nothing is said after two, nor once a win is debriefed', async () => {
    const app = await testApp();
    filed(app, 'Contoso');
    expect(await losses(app, 'Acme', 'Fabrikam')).not.toContain('no win since');
    await app.does(['new', 'D1', '--won']);
    expect(await losses(app, 'Tailspin', 'Litware')).not.toContain('no win since');
  });
});
