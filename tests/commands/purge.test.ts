import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { OPEN } from '../store/northwind.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { setting } from '../support/debriefs.ts';
import { rounds } from '../support/rounds.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** Stands in every word that is written about the deal that goes, and in no other. */
const CANARY = 'zqxj';
const CANARY_NAME = 'Zqxj Freight';

interface OnFile {
  readonly app: TestApp;
  readonly folder: string;
  readonly path: string;
}

/** The program on a file of its own. */
async function onFile(): Promise<OnFile> {
  const folder = temporaryFolder();
  const path = join(folder, 'lossdebrief.db');
  let second = 0;
  // Each look at the clock is a second later, so that no two backups have one name.
  const now = (): string => new Date(Date.UTC(2026, 10, 20, 16, 0, second++)).toISOString();
  const store = await openStore({ ...OPEN, now, path, purpose: 'write' });
  onTestFinished(() => store.close());
  return { app: await testApp(store), folder, path };
}

/** Contoso (D1) and Fabrikam (D3) with all that can be said of them, and the canary (D2) between them. */
async function withCanary(): Promise<OnFile> {
  const on = await onFile();
  const { app } = on;
  await tellAll(app, 'D1', 'Contoso', 'plain');
  await tellAll(app, 'D2', CANARY_NAME, CANARY);
  await tellAll(app, 'D3', 'Fabrikam', 'usual');
  await app.does(['phrases', 'add', 'What would it cost you to wait?']);
  await app.does(['phrases', 'used', 'P1', '--deal', 'D2']);
  await app.does(['phrases', 'used', 'P1', '--deal', 'D3']);
  return on;
}

/** A deal from its first call to its second look, with one word in everything that is said of it. */
async function tellAll(app: TestApp, id: string, name: string, word: string): Promise<void> {
  await app.does(['log', name, 'call', `${word}-note asked for the price`, '--at', '2026-11-02']);
  await app.does([
    'new',
    id,
    ...setting({
      outcome: 'lost-competitor',
      winner: `${word}-winner`,
      amount: '148000',
      currency: 'EUR',
      terms: `${word}-terms free`,
      reason: 'other',
      'reason-note': `${word}-reason`,
      said: `${word}-said, they felt safer.`,
      'own-it': `${word}-own never asked`,
      'next-time': `${word}-next ask ${word}sooner`,
      again: 'only-if',
      trigger: `${word}-trigger`,
      contact: `${word}-dana, ${word}-cfo, ${word}@example.com`,
    }),
  ]);
  const { actions } = (await app.does(['show', id, '--json'])).json();
  await app.does(['done', actions[0].id, '--note', `${word}-done`]);
  await app.does(['feedback', id, '--sent', '2026-11-19']);
  await app.does(['feedback', id, '--reply', `${word}-reply bring a reference`]);
  await app.does(['opinion', id, '--from', `${word}-priya`, '--words', `${word}-fit was never there`]);
  await app.does(['lessons', 'add', id, `${word}-lesson wants references`]);
  await app.does(['edit', id, '--set', `own-it=${word}-edited never asked twice`]);
  app.store.drafts.begin({
    framework: 'deep',
    version: 1,
    answers: { belief: `${word}-draft` },
    seconds: 3,
    dealId: `D${Number(id.slice(1))}`,
  });
}

/** Where a word stands in the files of a folder, as SQLite or as anybody else would read it. */
function filesWith(folder: string, word: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => hasWord(file, word))
    .map((file) => file.slice(folder.length + 1));
}

/** Whether a word stands among the bytes of a file, in any case. */
function hasWord(file: string, word: string): boolean {
  return readFileSync(file).toString('latin1').toLowerCase().includes(word);
}

function isPhrase(line: string): boolean {
  return line.includes('"kind":"phrase"');
}

/** The lines of an export but for its head, which counts them, and phrases, which list the deals that they were used in. */
function others(lines: readonly string[]): readonly string[] {
  return lines.slice(1).filter((line) => !isPhrase(line));
}

async function exported(app: TestApp): Promise<readonly string[]> {
  return (await app.does(['export', '--format', 'jsonl'])).out.split('\n');
}

describe('delete --purge', () => {
  test('leaves no byte of the deal in the file, nor beside it but in the backups it names', async () => {
    const { app, folder, path } = await withCanary();
    await app.does(['backup']);
    expect(filesWith(folder, CANARY)).toContain('lossdebrief.db');
    const { backup, copies } = (await app.does(['delete', 'D2', '--purge', '--yes', '--json'])).json();
    app.store.close();
    const named = copies.map((copy: { readonly path: string }) => copy.path.slice(folder.length + 1));
    expect(filesWith(folder, CANARY).toSorted()).toEqual(named.toSorted());
    expect(named).toHaveLength(2);
    expect(hasWord(path, 'usual-edited never asked twice')).toBe(true);
    expect(filesWith(folder, CANARY)).toContain(backup.slice(folder.length + 1));
  });

  test('leaves every other record byte for byte as it was', async () => {
    const { app } = await withCanary();
    const before = await exported(app);
    await app.does(['delete', 'D2', '--purge', '--yes']);
    const after = await exported(app);
    expect(others(after)).toEqual(others(before).filter((line) => !line.includes(CANARY)));
    expect(JSON.parse(after.find(isPhrase) ?? '').uses).toEqual(
      JSON.parse(before.find(isPhrase) ?? '').uses.filter((_use: unknown, index: number) => index > 0),
    );
    expect(app.store.drafts.all().map(({ dealId }) => dealId)).toEqual(['D3', 'D1']);
  });

  test('says what goes, where it is still, and what to do about that', async () => {
    const { app, folder } = await withCanary();
    const { out } = await app.does(['delete', 'D2', '--purge', '--yes']);
    expect(out).toBe(
      'Deleted for good: D2 Zqxj Freight, with its debrief, its log, 5 actions, 3 days in the schedule, 1 contact, the feedback, 1 opinion, 1 lesson and what is unfinished of it.\n' +
        'It is still in 1 backup:\n' +
        `  ${join(folder, 'backups', readdirSync(join(folder, 'backups'))[0] ?? '')}  made just now\n` +
        'Once you are sure, delete this file. Then lossdebrief backup makes one without it.\n' +
        'Exports, reports, calendars and backups that you keep elsewhere may have it too.\n',
    );
  });

  test.each([
    [CANARY_NAME, 2],
    ['  zqxj   FREIGHT ', 2],
    ['', 3],
  ])('on a terminal it asks for the name, and "%s" leaves %i deals', async (typed, deals) => {
    const { app } = await withCanary();
    const { err } = await app.does(['delete', 'D2', '--purge'], { script: [['purge', typed]] });
    expect(err).toContain('For good: D2 Zqxj Freight, with its debrief');
    expect(app.store.counts().deals).toBe(deals);
  });

  test('another name deletes nothing, and is asked for again', async () => {
    const { app } = await withCanary();
    const { asked } = await app.run(['delete', 'D2', '--purge'], { script: [] });
    const [question] = asked;
    if (question?.form.form !== 'line') throw new Error('It asks for no line.');
    expect(question.form.read('Zqxj')).toEqual({
      problem: 'That is not the name of D2. Enter alone keeps it.',
    });
    expect(app.store.counts().deals).toBe(3);
  });

  test('somebody who stops at the question has deleted nothing', async () => {
    const { app, folder } = await withCanary();
    expect(await app.run(['delete', 'D2', '--purge'], { script: [] })).toMatchObject({ exitCode: 130 });
    expect(app.store.counts().deals).toBe(3);
    expect(readdirSync(folder)).not.toContain('backups');
  });

  test('without a keyboard it needs --yes', async () => {
    const { app } = await withCanary();
    expect(await app.run(['delete', 'D2', '--purge'])).toMatchObject({
      exitCode: 2,
      err: 'error: Nobody can be asked whether D2 (Zqxj Freight) may go for good. Nothing was deleted.\ntry:   lossdebrief delete D2 --purge --yes\n',
    });
    expect(app.store.counts().deals).toBe(3);
  });

  test('prints as JSON what went, and where it is still', async () => {
    const { app, folder } = await withCanary();
    await app.does(['new', 'Litware', ...setting({ outcome: 'postponed', said: `like ${CANARY_NAME}` })]);
    await app.does(['new', `${CANARY_NAME}er`, ...setting({ outcome: 'postponed' })]);
    app.store.drafts.begin({ framework: 'loss', version: 1, answers: { deal: CANARY_NAME }, seconds: 3 });
    const printed = (await app.does(['delete', 'zqxj freight', '--purge', '--yes', '--json'])).json();
    const backup = join(folder, 'backups', readdirSync(join(folder, 'backups'))[0] ?? '');
    expect(printed).toEqual({
      schemaVersion: 1,
      purged: { id: 'D2', name: CANARY_NAME },
      backup,
      copies: [{ path: backup, isRead: true }],
      named: ['D4'],
      drafts: ['R4'],
      isFromCrm: false,
    });
  });

  test('says where else its name stands, and which draft has it', async () => {
    const { app } = await withCanary();
    await app.does(['new', 'Litware', ...setting({ outcome: 'postponed', said: `like ${CANARY_NAME}` })]);
    app.store.drafts.begin({ framework: 'loss', version: 1, answers: { deal: CANARY_NAME }, seconds: 3 });
    const { out } = await app.does(['delete', 'D2', '--purge', '--yes']);
    expect(out).toContain('Its name stands in other records, which stay as they are: D4.\n');
    expect(out).toContain(
      'An unfinished debrief has its name: R4. If it is of this deal, throw it away and do this once more: lossdebrief new --discard-draft R4\n',
    );
  });

  test.each([['D9'], ['Nowhere Ltd']])('%s is not on file', async (id) => {
    expect(await (await onFile()).app.run(['delete', id, '--purge', '--yes'])).toMatchObject({ exitCode: 3 });
  });

  test('takes a deal that was deleted before, and then undo has nothing to bring back', async () => {
    const { app, folder } = await withCanary();
    await app.does(['delete', 'D2', '--yes']);
    const { copies } = (await app.does(['delete', 'D2', '--purge', '--yes', '--json'])).json();
    expect(copies).toHaveLength(1);
    expect(hasWord(join(folder, 'lossdebrief.db'), CANARY)).toBe(false);
    expect(await app.run(['undo', 'D2', '--yes'])).toMatchObject({
      exitCode: 3,
      err: 'error: D2 was deleted for good, and that cannot be taken back.\ntry:   A backup from before has it, if you kept one: lossdebrief restore FILE\n',
    });
  });

  test('takes a deal that was taken back, and is in the change log alone', async () => {
    const { app, path } = await onFile();
    await app.does(['log', CANARY_NAME, 'call', `${CANARY}-note`]);
    await app.does(['undo', '--yes']);
    expect(hasWord(path, CANARY)).toBe(true);
    const { purged, copies } = (await app.does(['delete', 'D1', '--purge', '--yes', '--json'])).json();
    expect(purged).toEqual({ id: 'D1', name: CANARY_NAME });
    expect(copies).toHaveLength(1);
    expect(hasWord(path, CANARY)).toBe(false);
  });

  test('of a deal that is gone says so, everywhere', async () => {
    const { app } = await withCanary();
    await app.does(['delete', 'D2', '--purge', '--yes']);
    for (const args of [
      ['show', 'd2'],
      ['delete', 'D2', '--yes'],
      ['log', 'D2', 'call'],
      ['new', 'D2'],
    ]) {
      expect(await app.run(args)).toMatchObject({
        exitCode: 3,
        err: 'error: D2 was deleted for good.\ntry:   See them all: lossdebrief list\n',
      });
    }
  });

  test('once more writes the file anew, for whom it failed or was stopped', async () => {
    const { app } = await withCanary();
    await app.does(['delete', 'D2', '--purge', '--yes']);
    expect((await app.does(['delete', 'D2', '--purge'])).out).toBe(
      'D2 was deleted for good before. The file is written anew, without what it left.\n',
    );
  });

  test('names the backups that have the deal, and may have it, and none of those before it was there', async () => {
    const { app, folder } = await onFile();
    await app.does(['log', 'Contoso', 'call']);
    await app.does(['backup']);
    const before = readdirSync(join(folder, 'backups'));
    await app.does(['log', CANARY_NAME, 'call']);
    await app.does(['backup']);
    writeFileSync(join(folder, 'backups', 'lossdebrief-daily-2026-11-19.db'), 'torn');
    writeFileSync(join(folder, 'backups', 'lossdebrief-before-restore-1.damaged'), 'torn');
    writeFileSync(join(folder, 'backups', '.lossdebrief-backup-1.tmp-1'), 'a moment ago');
    const { out } = await app.does(['delete', 'D2', '--purge', '--yes']);
    expect(out).toContain('It is still in 5 backups:\n');
    expect(out.match(/may have it, but cannot be read$/gm)).toHaveLength(3);
    expect(out).not.toContain(before[0]);
  });

  test('where no backup can be made, nothing is deleted', async () => {
    const { app, folder } = await withCanary();
    const before = await exported(app);
    writeFileSync(join(folder, 'backups'), 'a file in the way');
    expect(await app.run(['delete', 'D2', '--purge', '--yes'])).toMatchObject({ exitCode: 8 });
    expect(await exported(app)).toEqual(before);
  });

  test('a restore of the backup brings everything back', async () => {
    const { app } = await withCanary();
    const before = await exported(app);
    const { backup } = (await app.does(['delete', 'D2', '--purge', '--yes', '--json'])).json();
    await app.does(['restore', backup, '--yes']);
    expect(await exported(app)).toEqual(before);
    expect((await app.does(['undo', '--yes', '--json'])).json().undone.what).toBe('phrases used P1');
  });

  test('goes with the experiment that began with it, while the others go on', async () => {
    const { app, path } = await onFile();
    await app.does(['new', CANARY_NAME, '--won', '--set', `experiment=bring ${CANARY} a reference`]);
    const { out } = await app.does(['delete', 'D1', '--purge', '--yes']);
    expect(out).toContain('the experiment that began with it');
    expect((await app.does(['focus', '--json'])).json().experiment).toBeNull();
    expect(hasWord(path, CANARY)).toBe(false);
  });
});

describe('an import after a deal was deleted for good', () => {
  const DEALS =
    'Record ID,Deal Name,Deal Stage,Close Date\n7,Zqxj Freight,Closed Lost,2026-11-02\n8,Contoso,Closed Won,2026-11-03\n';

  test('brings it in as a new deal, which is said beforehand', async () => {
    const { app, folder, path } = await onFile();
    const file = join(folder, 'deals.csv');
    writeFileSync(file, DEALS);
    await app.does(['import', file, '--yes']);
    const { out } = await app.does(['delete', 'D1', '--purge', '--yes']);
    expect(out).toContain('Your CRM has it still, so an import would bring D1 back as a new deal.\n');
    expect(hasWord(path, CANARY)).toBe(false);
    const again = (await app.does(['import', file, '--yes', '--json'])).json();
    expect(again).toMatchObject({ new: 1, unchanged: 1 });
    expect((await app.does(['show', 'D3', '--json'])).json().deal.name).toBe(CANARY_NAME);
  });

  test('undo takes back what is left of the first import', async () => {
    const { app, folder } = await onFile();
    const file = join(folder, 'deals.csv');
    writeFileSync(file, DEALS);
    await app.does(['import', file, '--yes']);
    await app.does(['delete', 'D1', '--purge', '--yes']);
    await app.does(['undo'], { script: [['undo', 'y']] });
    expect(app.store.counts().deals).toBe(0);
  });
});

describe('undo after a deal was deleted for good', () => {
  test('says that it stays so, and asks about what came before', async () => {
    const { app } = await withCanary();
    await app.does(['delete', 'D2', '--purge', '--yes']);
    const { err } = await app.does(['undo'], { script: [['undo', '']] });
    expect(err).toMatch(
      /^D2 was deleted for good, and that cannot be taken back\. Before that:\nTo take back: phrases used P1/,
    );
    expect(err).toMatch(/Nothing was taken back\.\n$/);
    await app.does(['undo'], { script: [['undo', 'y']] });
    expect((await app.does(['phrases', '--json'])).json().phrases[0].used).toBe(0);
  });

  test('without being asked takes back nothing that came before', async () => {
    const { app } = await withCanary();
    await app.does(['delete', 'D2', '--purge', '--yes']);
    const before = await exported(app);
    expect(await app.run(['undo', '--yes'])).toMatchObject({
      exitCode: 2,
      err:
        'error: D2 was deleted for good, and that cannot be taken back. Nothing was changed.\n' +
        'try:   Before that came phrases used P1 (Fabrikam), Friday 20 November 2026. To take that back, on a terminal: lossdebrief undo\n',
    });
    expect(await exported(app)).toEqual(before);
  });

  test('takes back what came after, as ever', async () => {
    const { app } = await withCanary();
    await app.does(['delete', 'D2', '--purge', '--yes']);
    const before = await exported(app);
    await app.does(['log', 'Fabrikam', 'call']);
    await app.does(['undo', '--yes']);
    expect(await exported(app)).toEqual(before);
  });

  test('still brings back a deal that was only put out of sight', async () => {
    const { app } = await withCanary();
    const before = await exported(app);
    await app.does(['delete', 'D3', '--yes']);
    await app.does(['delete', 'D2', '--purge', '--yes']);
    await app.does(['undo', 'D3', '--yes']);
    expect((await exported(app)).filter((line) => line.includes('"D3"'))).toEqual(
      before.filter((line) => line.includes('"D3"')),
    );
  });

  test('says it too where nothing else is left', async () => {
    const { app, path } = await onFile();
    await app.does(['log', CANARY_NAME, 'call']);
    await app.does(['delete', 'D1', '--purge', '--yes']);
    expect((await app.does(['undo'])).err).toBe(
      `D1 was deleted for good, and that cannot be taken back.\nThere is nothing to take back in ${path}.\n`,
    );
  });
});

/** A word that is told of a deal: the canary's has the canary in it. */
function about(id: string, text: string): string {
  return id === 'D1' ? `${CANARY}${text}` : text;
}

test('whatever was done to it before, nothing of a purged deal stays, all else does, and every other change can be taken back', async () => {
  const deal = fc.constantFrom('D1', 'D1', 'D2', 'D3');
  const word = fc.constantFrom('sooner', 'later', 'x'.repeat(3000));
  const command = fc.oneof(
    fc.tuple(deal, word).map(([id, text]) => ['log', id, 'call', about(id, text)]),
    fc.tuple(deal, word).map(([id, text]) => ['edit', id, '--set', `own-it=${about(id, text)}`]),
    fc.tuple(deal, word).map(([id, text]) => ['lessons', 'add', id, about(id, `${text} ask`)]),
    fc.tuple(deal, word).map(([id, text]) => ['opinion', id, '--from', about(id, 'Ann'), '--words', about(id, text)]),
    fc.integer({ min: 1, max: 6 }).map((row) => ['done', `A${row}`]),
    deal.map((id) => ['delete', id, '--yes']),
    deal.map((id) => ['undo', id, '--yes']),
    fc.constant(['undo', '--yes']),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 15 }), async (commands) => {
      const { app, path } = await onFile();
      for (const name of [CANARY_NAME, 'Contoso', 'Fabrikam']) {
        await app.does([
          'new',
          name,
          ...setting({ outcome: 'postponed', said: about(name === CANARY_NAME ? 'D1' : '', 'said') }),
        ]);
      }
      for (const args of commands) {
        const { exitCode, err } = await app.run(args);
        if (exitCode === 1) throw new Error(`${args.join(' ')}: ${err}`);
      }
      const before = await exported(app);
      const { drafts } = (await app.does(['delete', 'D1', '--purge', '--yes', '--json'])).json();
      expect((await exported(app)).slice(1)).toEqual(before.slice(1).filter((line) => !line.includes('"D1"')));
      // An undone debrief has left its answers as a draft, which is named.
      for (const draft of drafts) await app.does(['new', '--discard-draft', draft]);
      if (drafts.length > 0) await app.does(['delete', 'D1', '--purge']);
      expect(hasWord(path, CANARY)).toBe(false);
      while (app.store.undo.next() !== undefined) await app.does(['undo'], { script: [['undo', 'y']] });
      expect((await exported(app)).slice(1).filter((line) => line !== '')).toEqual([]);
      app.store.close();
    }),
    {
      numRuns: rounds(8),
      examples: [
        [
          [
            ['undo', '--yes'],
            ['undo', '--yes'],
            ['undo', '--yes'],
          ],
        ],
      ],
    },
  );
});
