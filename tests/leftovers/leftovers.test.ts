import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { writeOutput } from '../../src/files/write-output.ts';
import { openStore } from '../../src/store/open-store.ts';
import { ownFile } from '../../src/store/own-file.ts';
import { builtProgram, NORTHWIND as NORTHWIND_ANSWERS, PROGRAM } from '../support/built-program.ts';
import { press } from '../support/debrief-keys.ts';
import { onTerminal } from '../support/pseudo-terminal.ts';
import { NORTHWIND, OPEN } from '../store/northwind.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

/** The number of a program that has ended. */
let gone: number;
beforeAll(() => {
  gone = spawnSync(process.execPath, ['--version']).pid;
});

/** The number of a program that runs until the test is over. */
async function running(): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log()']);
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child.pid ?? 0;
}

/** A file with something private in it, last touched so many seconds ago. */
function leave(path: string, secondsAgo: number): void {
  writeFileSync(path, 'said by Dana Reyes');
  age(path, secondsAgo);
}

function age(path: string, secondsAgo: number): void {
  const then = Date.now() / 1000 - secondsAgo;
  utimesSync(path, then, then);
}

const DAY = 24 * 3600;

/** What writes a file beside its place first: how the half one is called, and how the next is made. */
const WRITERS: readonly (readonly [what: string, name: string, write: (folder: string) => Promise<void>])[] = [
  ['an output', '.calls.ics', (folder) => writeOutput(join(folder, 'calls.ics'), 'BEGIN:VCALENDAR', true)],
  [
    'a backup',
    'backups/.own-backup-20261120T090000000Z',
    async (folder) => {
      const store = await openStore({ ...OPEN, path: join(folder, 'own.db'), purpose: 'write' });
      store.saveDebrief(NORTHWIND);
      store.backUp();
      store.close();
    },
  ],
  [
    'a restore',
    '.own',
    async (folder) => {
      const copy = join(folder, 'copy.db');
      const store = await openStore({ ...OPEN, path: copy, purpose: 'write' });
      store.saveDebrief(NORTHWIND);
      store.close();
      await (await ownFile(join(folder, 'own.db'), OPEN.now)).restore(copy);
    },
  ],
];

describe.each(WRITERS)('what a killed run left of %s', (_, name, write) => {
  async function leftAfterwards(run: number, secondsAgo: number): Promise<boolean> {
    const folder = temporaryFolder();
    const path = join(folder, `${name}.tmp-${run}`);
    mkdirSync(dirname(path), { recursive: true });
    leave(path, secondsAgo);
    await write(folder);
    return existsSync(path);
  }

  test('is taken away by the next', async () => {
    expect(await leftAfterwards(gone, 120)).toBe(false);
  });

  test('is taken away where this run has the same number', async () => {
    expect(await leftAfterwards(process.pid, 120)).toBe(false);
  });

  test('stays while that run goes on', async () => {
    expect(await leftAfterwards(await running(), 120)).toBe(true);
  });

  test('stays where it was touched a moment ago, perhaps from another machine', async () => {
    expect(await leftAfterwards(gone, 0)).toBe(true);
  });

  test('is taken away after a day, whoever has that number now', async () => {
    expect(await leftAfterwards(await running(), DAY + 60)).toBe(false);
  });
});

test('what is another file, or of another program, stays', async () => {
  const folder = temporaryFolder();
  const others = [`.mine.ics.tmp-${gone}`, `calls.ics.tmp-${gone}`, '.calls.ics.tmp-x', `.calls.ics.${gone}`];
  for (const name of others) leave(join(folder, name), DAY * 2);
  await writeOutput(join(folder, 'calls.ics'), 'BEGIN:VCALENDAR', false);
  expect(readdirSync(folder).toSorted()).toEqual([...others, 'calls.ics'].toSorted());
});

const KILLED_IN_BACKUP = fileURLToPath(new URL('./killed-in-backup.mjs', import.meta.url));

test('a backup that was killed in the middle leaves nothing once there is another', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'own.db');
  const store = await openStore({ ...OPEN, path, purpose: 'write' });
  onTestFinished(() => store.close());
  store.saveDebrief(NORTHWIND);
  expect(spawnSync(process.execPath, [KILLED_IN_BACKUP, path])).toMatchObject({ signal: 'SIGKILL' });
  const [half, ...more] = readdirSync(join(folder, 'backups'));
  expect(half).toMatch(/^\.own-backup-.+\.tmp-\d+$/);
  expect(more).toEqual([]);
  age(join(folder, 'backups', half ?? ''), 120);
  store.backUp();
  expect(readdirSync(join(folder, 'backups'))).toEqual(['own-backup-20261120T160500000Z.db']);
});

/** The words of a colleague, open in an editor that ends when it is told to. */
async function inEditor() {
  const { folder, env, run } = builtProgram();
  run(NORTHWIND_ANSWERS);
  const editor = join(folder, 'editor.sh');
  writeFileSync(editor, '#!/bin/sh\necho "a text of mine" > "$1"; echo it is open; read line\n', { mode: 0o700 });
  const around = { env: { ...env, TMPDIR: folder, EDITOR: editor } };
  const start = () => onTerminal(PROGRAM, ['opinion', 'D1', '--from', 'Priya Nair'], around);
  const terminal = start();
  await press(terminal, [['Ctrl-G editor', '\u0007']]);
  await terminal.shows('it is open');
  const editing = (): readonly string[] => readdirSync(folder).filter((name) => name.startsWith('lossdebrief-editor-'));
  return { folder, terminal, start, editing };
}

describe.skipIf(process.platform === 'win32')('a text that is open in the editor', () => {
  test('lies in a folder for the person alone, and is gone when the editor is', async () => {
    const { folder, terminal, editing } = await inEditor();
    const [own = '', ...more] = editing();
    expect(more).toEqual([]);
    expect(statSync(join(folder, own)).mode & 0o777).toBe(0o700);
    terminal.write('\n');
    await terminal.shows('a text of mine');
    expect(editing()).toEqual([]);
    terminal.kill('SIGKILL');
    await terminal.ended;
  });

  test('is taken away by the next command that asks, where the program was killed', async () => {
    const { folder, terminal, start, editing } = await inEditor();
    terminal.kill('SIGKILL');
    await terminal.ended;
    const [own = ''] = editing();
    expect(own).not.toBe('');
    age(join(folder, own), DAY);
    const next = start();
    await next.shows('Ctrl-G editor');
    expect(editing()).toEqual([]);
    next.kill('SIGKILL');
    await next.ended;
  });

  test('stays while it is open, however long', async () => {
    const { folder, terminal, start, editing } = await inEditor();
    age(join(folder, editing()[0] ?? ''), 3 * DAY);
    const next = start();
    await next.shows('Ctrl-G editor');
    expect(editing()).toHaveLength(1);
    for (const one of [next, terminal]) {
      one.kill('SIGKILL');
      await one.ended;
    }
  });
});
