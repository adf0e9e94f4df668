import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { OPEN } from '../store/northwind.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { setting } from '../support/debriefs.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** The program on a file of its own, with one debrief and one draft in it. */
async function onFile(): Promise<{ readonly app: TestApp; readonly folder: string; readonly path: string }> {
  const folder = temporaryFolder();
  const path = join(folder, 'lossdebrief.db');
  const store = await openStore({ ...OPEN, path, purpose: 'write' });
  onTestFinished(() => store.close());
  const app = await testApp(store);
  await app.does(['new', 'Northwind Logistics', ...setting({ outcome: 'lost-competitor', winner: 'Globex' })]);
  store.drafts.begin({ framework: 'loss', version: 1, answers: { deal: 'Contoso' }, seconds: 10 });
  return { app, folder, path };
}

describe('backup', () => {
  test('goes to where backups are kept, for this person alone', async () => {
    const { app, folder } = await onFile();
    const { out } = await app.does(['backup']);
    const path = join(folder, 'backups', 'lossdebrief-backup-20261120T160500000Z.db');
    expect(out).toBe(`Backed up: 1 deal and 1 debrief, in ${path}\nTo bring it back: lossdebrief restore '${path}'\n`);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('goes to the file that is named, with the drafts too', async () => {
    const { app, folder } = await onFile();
    const path = join(folder, 'copy.db');
    expect((await app.does(['backup', path, '--json'])).json()).toEqual({
      schemaVersion: 1,
      path,
      deals: 1,
      debriefs: 1,
      drafts: 1,
    });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const copy = await openStore({ ...OPEN, path, purpose: 'read' });
    onTestFinished(() => copy.close());
    expect([...copy.exported('complete')]).toEqual([...app.store.exported('complete')]);
    expect(copy.drafts.all()).toEqual(app.store.drafts.all());
  });

  test('leaves a file that is there, unless it may be written over', async () => {
    const { app, folder } = await onFile();
    const path = join(folder, 'copy.db');
    writeFileSync(path, 'mine');
    expect(await app.run(['backup', path])).toMatchObject({ exitCode: 8 });
    expect(readFileSync(path, 'utf8')).toBe('mine');
    await app.does(['backup', path, '--force']);
    expect(statSync(path).size).toBeGreaterThan(4096);
    expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([]);
  });

  test('where it cannot be written it says so, and nothing is left of it', async () => {
    const { app, folder } = await onFile();
    expect(await app.run(['backup', join(folder, 'nowhere', 'copy.db')])).toMatchObject({ exitCode: 8 });
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });

  test('is no text for standard output', async () => {
    expect(await (await onFile()).app.run(['backup', '-'])).toMatchObject({ exitCode: 2 });
  });
});

describe('restore', () => {
  test('brings everything back, and says where that is which was there', async () => {
    const { app, folder } = await onFile();
    const copy = join(folder, 'copy.db');
    await app.does(['backup', copy]);
    const before = [...app.store.exported('complete')];
    await app.does(['log', 'Contoso', 'call']);
    const { out } = await app.does(['restore', copy, '--yes']);
    expect(out).toContain('Restored: 1 deal and 1 debrief of Friday 20 November 2026');
    expect(out).toContain(join(folder, 'backups', 'lossdebrief-before-restore-'));
    expect([...app.store.exported('complete')]).toEqual(before);
    expect(app.store.drafts.all()).toHaveLength(1);
  });

  test.each([
    ['y', 1],
    ['n', 2],
    ['', 2],
  ])('on a terminal it asks, and "%s" leaves %i deals', async (key, deals) => {
    const { app, folder } = await onFile();
    const copy = join(folder, 'copy.db');
    await app.does(['backup', copy]);
    await app.does(['log', 'Contoso', 'call']);
    await app.does(['restore', copy], { script: [['restore', key]] });
    expect(app.store.counts().deals).toBe(deals);
  });

  test('without a keyboard it needs --yes', async () => {
    const { app, folder } = await onFile();
    const copy = join(folder, 'copy.db');
    await app.does(['backup', copy]);
    const { exitCode, err } = await app.run(['restore', copy]);
    expect(exitCode).toBe(2);
    expect(err).toContain(`lossdebrief restore '${copy}' --yes`);
  });

  test('an export is no backup, and it says what brings it back', async () => {
    const { app, folder } = await onFile();
    const file = join(folder, 'all.jsonl');
    await app.does(['export', '--output', file]);
    const { exitCode, err } = await app.run(['restore', file, '--yes']);
    expect(exitCode).toBe(4);
    expect(err).toContain('lossdebrief import');
  });
});
