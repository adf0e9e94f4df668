import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { builtProgram, type BuiltProgram, NORTHWIND, PROGRAM } from '../support/built-program.ts';
import { onTerminal } from '../support/pseudo-terminal.ts';
import { insideSoundFile } from '../support/sound-file.ts';

const HOLD_LOCK = fileURLToPath(new URL('../store/hold-lock.mjs', import.meta.url));
const CONTOSO = ['new', 'Contoso', '--set', 'outcome=postponed', '--json'];

test('a debrief waits while another lossdebrief is saving, and is saved then', async () => {
  const program = builtProgram();
  program.run(NORTHWIND);
  const other = await saving(program);
  const waiting = started(program, CONTOSO);
  setTimeout(() => other.kill('SIGKILL'), 1000);
  expect(await waiting).toMatchObject({ exitCode: 0 });
  expect(program.run(['list']).stdout).toContain('Contoso');
});

test('where another lossdebrief saves without end, it says so after some seconds, and saves nothing', async () => {
  const program = builtProgram();
  program.run(NORTHWIND);
  await saving(program);
  expect(program.run(CONTOSO)).toEqual({
    exitCode: 7,
    stdout: '',
    stderr: expect.stringMatching(
      /^error: Another lossdebrief is saving to lossdebrief\.db just now\..+\ntry: /,
    ) as unknown,
  });
  expect(JSON.parse(program.run(['list', '--json']).stdout).deals).toHaveLength(1);
});

test.each([2, 8])('%i that debrief at once save all of their debriefs', async (count) => {
  const program = builtProgram();
  const runs = await Promise.all(Array.from({ length: count }, () => started(program, CONTOSO)));
  expect(runs.map(({ exitCode }) => exitCode)).toEqual(Array.from({ length: count }, () => 0));
  expect(new Set(runs.map(({ stdout }) => JSON.parse(stdout).deal.id)).size).toBe(count);
  expect(insideSoundFile(program.db, (store) => store.counts())).toMatchObject({ deals: count, debriefs: count });
});

test('while a question waits for its answer, others may save', async () => {
  const program = builtProgram();
  const terminal = onTerminal(PROGRAM, ['new', 'Northwind Logistics'], { env: program.env });
  await terminal.shows('What did you offer?');
  terminal.write('\r');
  await terminal.shows('When did it end?');
  expect(program.run(CONTOSO)).toMatchObject({ exitCode: 0 });
  terminal.write('\r');
  await terminal.shows('how sure were you');
  terminal.kill('SIGKILL');
  await terminal.ended;
  expect(insideSoundFile(program.db, (store) => store.counts())).toMatchObject({ debriefs: 1, drafts: 1 });
});

/** Another program that is in the middle of a save. */
async function saving({ db }: BuiltProgram): Promise<ChildProcess> {
  const other = spawn(process.execPath, [HOLD_LOCK, db], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void other.kill('SIGKILL'));
  await once(other.stdout, 'data');
  return other;
}

async function started({ env, folder }: BuiltProgram, args: readonly string[]) {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env, cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  const [stdout, [exitCode]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return { stdout, exitCode: exitCode as unknown };
}
