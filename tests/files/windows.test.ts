import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { isNameEverywhere } from '../../src/core/text/file-name.ts';
import { valuesOf } from '../../src/core/settings/set-values.ts';
import { configPath, defaultDatabase, ownFrameworksFolder } from '../../src/files/paths.ts';
import { ownConfig } from '../../src/files/own-config.ts';
import { openStore } from '../../src/store/open-store.ts';
import { OPEN } from '../store/northwind.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { NORTHWIND } from '../support/built-program.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** A text as an editor on Windows saves it. */
function asOnWindows(text: string): string {
  return `\ufeff${text.replaceAll('\n', '\r\n')}`;
}

describe('on Windows', () => {
  afterEach(() => vi.unstubAllEnvs());

  test('data is local to the machine, and settings go where the profile goes', () => {
    const platform = Object.getOwnPropertyDescriptor(process, 'platform') ?? {};
    onTestFinished(() => void Object.defineProperty(process, 'platform', platform));
    Object.defineProperty(process, 'platform', { ...platform, value: 'win32' });
    vi.stubEnv('APPDATA', String.raw`C:\Users\Dana\AppData\Roaming`);
    vi.stubEnv('LOCALAPPDATA', String.raw`C:\Users\Dana\AppData\Local`);
    const places = [defaultDatabase(), configPath(), ownFrameworksFolder()].map((path) => path.replaceAll('/', '\\'));
    expect(places).toEqual([
      String.raw`C:\Users\Dana\AppData\Local\lossdebrief\Data\lossdebrief.db`,
      String.raw`C:\Users\Dana\AppData\Roaming\lossdebrief\Config\config.yaml`,
      String.raw`C:\Users\Dana\AppData\Roaming\lossdebrief\Config\frameworks`,
    ]);
  });
});

describe('a file that was saved on Windows', () => {
  const SETTINGS = '# mine\ncurrency: EUR # as the firm counts\ncall-time: "10:30"\nlanguage: de\n';

  test('of settings is read, changed in its place, and keeps what is noted in it', async () => {
    const path = join(temporaryFolder(), 'config.yaml');
    writeFileSync(path, asOnWindows(SETTINGS));
    const config = ownConfig(path, { variables: {}, flags: {} });
    expect(valuesOf(await config.all())).toMatchObject({ currency: 'EUR', 'call-time': '10:30', language: 'de' });
    await config.keep('currency', 'USD');
    expect(valuesOf(await config.all())).toMatchObject({ currency: 'USD', 'call-time': '10:30', language: 'de' });
  });

  test('of settings with a fault is refused with the line that an editor shows', async () => {
    const path = join(temporaryFolder(), 'config.yaml');
    writeFileSync(path, asOnWindows(`${SETTINGS}call-times: "9:00"\n`));
    const config = ownConfig(path, { variables: {}, flags: {} });
    await expect(config.all()).rejects.toThrow(/config\.yaml:5\b/);
  });

  test('of records comes in like any other', async () => {
    const path = join(temporaryFolder(), 'records.jsonl');
    const from = await withNorthwind();
    const { out } = await from.does(['export']);
    for (const bytes of [Buffer.from(asOnWindows(out)), Buffer.from(asOnWindows(out), 'utf16le')]) {
      writeFileSync(path, bytes);
      const app = await testApp();
      await app.does(['import', path]);
      expect((await app.does(['export'])).out).toBe(out);
    }
  });

  test('of an own framework is checked like any other', async () => {
    const folder = temporaryFolder();
    const app = await testApp();
    const start = join(folder, 'my-steps.yaml');
    const config = join(folder, 'config.yaml');
    await app.does(['frameworks', 'new', 'my-steps'], { config });
    const made = readFileSync(join(folder, 'frameworks', 'my-steps.yaml'), 'utf8');
    writeFileSync(start, asOnWindows(made));
    expect((await app.does(['frameworks', 'check', start], { config })).exitCode).toBe(0);
  });
});

async function withNorthwind(): Promise<TestApp> {
  const app = await testApp();
  await app.does(NORTHWIND);
  return app;
}

describe('a name that the program makes up', () => {
  test('may be used on every system', async () => {
    const folder = temporaryFolder();
    const store = await openStore({ ...OPEN, path: join(folder, 'lossdebrief.db'), purpose: 'write' });
    onTestFinished(() => store.close());
    const app = await testApp(store);
    await app.does(NORTHWIND);
    const { out } = await app.does(['backup', '--json']);
    await app.does(['restore', JSON.parse(out).path, '--yes']);
    await app.does(['delete', 'D1', '--purge', '--yes']);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((path) => path.split('/'));
    expect(names.length).toBeGreaterThan(4);
    expect(names.filter((name) => !isNameEverywhere(name))).toEqual([]);
  });

  test.each(['con', 'nul', 'aux', 'com1', 'lpt9'])('is no device of Windows: frameworks new %s', async (id) => {
    const { exitCode, err } = await (await testApp()).run(['frameworks', 'new', id]);
    expect(exitCode).toBe(2);
    expect(err).toContain(`lossdebrief frameworks new my-${id}`);
  });

  test.each([
    ['lossdebrief-backup-20261120T160500000Z.db', true],
    ['connection.db', true],
    ['report.html', true],
    ['10:30.ics', false],
    ['what?.md', false],
    ['CON', false],
    ['nul.txt', false],
    ['deals.', false],
    ['', false],
  ])('%s: everywhere %s', (name, isEverywhere) => {
    expect(isNameEverywhere(name)).toBe(isEverywhere);
  });
});
