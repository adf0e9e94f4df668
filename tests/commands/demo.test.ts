import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { day } from '../support/days.ts';
import { testApp } from '../support/test-app.ts';

describe('demo', () => {
  test('says where the sample is, and what to try on it', async () => {
    const file = join(temporaryFolder(), 'demo.db');
    const { out } = await (await testApp()).does(['demo', '--output', file], { isTTY: true });
    expect(out.replaceAll(file, '/tmp/demo.db')).toMatchInlineSnapshot(`
      "A sample file: 60 invented deals over two years.
        /tmp/demo.db
      It stands apart from your own file. Change what you like in it, and delete it
      when you are done.

      What are they lost to, and what do the wins have?
        lossdebrief --db '/tmp/demo.db' report

      Whom to call today, and what was decided to do?
        lossdebrief --db '/tmp/demo.db' due

      How did they all end?
        lossdebrief --db '/tmp/demo.db' list

      What is kept about one deal?
        lossdebrief --db '/tmp/demo.db' show D53

      What did they teach?
        lossdebrief --db '/tmp/demo.db' lessons

      Is the one area in work getting better?
        lossdebrief --db '/tmp/demo.db' focus
      "
    `);
  });

  test('names the day in each command if one was named', async () => {
    const file = join(temporaryFolder(), 'demo.db');
    const { out } = await (await testApp()).does(['demo', '--output', file, '--today', '2026-03-02']);
    expect(out).toContain(`lossdebrief --db '${file}' --today 2026-03-02 due\n`);
  });

  test('gives a script the place and the number of deals', async () => {
    const file = join(temporaryFolder(), 'demo.db');
    const ran = await (await testApp()).does(['demo', '--output', file, '--json']);
    expect(ran.json()).toEqual({ schemaVersion: 1, path: file, deals: 60 });
  });

  test('leaves the own file as it is', async () => {
    const app = await testApp();
    await app.does(['demo']);
    expect(app.store.counts()).toEqual({ deals: 0, debriefs: 0, drafts: 0 });
  });

  test('shows a deal that is worth looking at', async () => {
    const file = join(temporaryFolder(), 'demo.db');
    const { out } = await (await testApp()).does(['demo', '--output', file]);
    const [, id = ''] = /show (D\d+)/.exec(out) ?? [];
    const store = await openStore({ path: file, purpose: 'read', today: day('2026-11-20'), now: () => '' });
    expect(store.record(id)?.deal.name).toBe('Northwind Logistics');
    store.close();
  });

  test('refuses --db, which names the own file', async () => {
    const file = join(temporaryFolder(), 'own.db');
    expect(await (await testApp()).run(['demo', '--db', file])).toMatchObject({
      exitCode: 2,
      out: '',
      err: expect.stringContaining('The sample never goes into your own file'),
    });
  });

  test.each([[], ['--force']])('never writes over a file that is there %j', async (...flags) => {
    const file = join(temporaryFolder(), 'demo.db');
    writeFileSync(file, 'a year of work');
    const ran = await (await testApp()).run(['demo', '--output', file, ...flags]);
    expect(ran).toMatchObject({ exitCode: 8, out: '' });
    expect(readFileSync(file, 'utf8')).toBe('a year of work');
  });
});
