import { spawn } from 'node:child_process';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { sha256Of } from '../store/temporary-folder.ts';
import { CONTROL_BUT_BREAKS } from '../support/control-characters.ts';
import { builtProgram, PROGRAM } from '../support/built-program.ts';
import { onTerminal } from '../support/pseudo-terminal.ts';

const HEADINGS = 'Opportunity ID,Deal,Outcome,Closed on,Amount';

/** Has Node say at the end how much memory the program took at most, in kilobytes. */
const TELLS_MEMORY = `--import data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write('memory ' + process.resourceUsage().maxRSS))",
)}`;

/** A table of so many lost deals. */
function tableOf(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) => `${index},Northwind Logistics ${index},Lost,2026-10-02,148000`,
  );
  return [HEADINGS, ...rows].join('\n');
}

describe('a hostile file', () => {
  test.each([
    ['51 MB of rows', () => `${HEADINGS}\n${'1,Contoso,Won,2026-09-18,1\n'.repeat(2_060_000)}`],
    ['one line of 60 MB', () => 'x'.repeat(60 * 1024 ** 2)],
    ['a quote that is never closed, for 40 MB', () => `${HEADINGS}\n1,"${'x'.repeat(40 * 1024 ** 2)}`],
    ['a million columns', () => Array.from({ length: 1_000_000 }, (_, index) => `c${index}`).join(',')],
    ['JSON a hundred thousand deep', () => '['.repeat(100_000)],
    ['a column called __proto__', () => `${HEADINGS},__proto__\n1,Contoso,Won,2026-09-18,1,{"polluted":true}`],
    ['nothing but formulas', () => `=cmd|' /C calc'!A0,=1+1\n=2,=3`],
    ['nothing but escape sequences', () => '\u001b]52;c;YQ==\u0007,\u001b[2J\n\u001b[31m,x'],
  ])('with %s is refused, and leaves no deal and no trace', (_what, text) => {
    const { folder, run } = builtProgram();
    writeFileSync(join(folder, 'hostile.csv'), text());
    const ran = run(['import', 'hostile.csv', '--yes'], { env: { NODE_OPTIONS: TELLS_MEMORY } });
    expect(ran).toMatchObject({ exitCode: 4, stdout: '' });
    expect(Number(/memory (\d+)$/.exec(ran.stderr)?.[1])).toBeLessThan(300 * 1024);
    expect(ran.stderr).not.toMatch(CONTROL_BUT_BREAKS);
    expect(ran.stderr).not.toContain('\n    at ');
    expect(JSON.parse(run(['list', '--json']).stdout)).toMatchObject({ deals: [] });
  });
});

test('what comes through a pipe is read like a file', () => {
  const { run } = builtProgram();
  const ran = run(['import', '-', '--json'], { input: tableOf(3) });
  expect(JSON.parse(ran.stdout)).toMatchObject({ rows: 3, new: 3, lost: 3 });
});

test.each([
  ['Ctrl-C', 'SIGINT', 130],
  ['a closed window', 'SIGHUP', 129],
  ['a request to stop', 'SIGTERM', 143],
] as const)('%s in the middle of an import leaves nothing half done', async (_what, signal, exitCode) => {
  const { folder, db, env, run } = builtProgram();
  writeFileSync(join(folder, 'long.csv'), tableOf(150_000));
  run(['log', 'Contoso', 'call']);
  const before = sha256Of(db);
  const size = statSync(db).size;
  const child = spawn(process.execPath, [PROGRAM, 'import', 'long.csv', '--yes'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('close', (code, killed) => resolve(code ?? killed)));
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  // The first pages that do not fit into memory go to the file long before the end.
  while (child.exitCode === null && !(existsSync(`${db}-journal`) && statSync(db).size > 2 * size)) await sleep(5);
  child.kill(signal);
  expect(await ended).toBe(exitCode);
  expect(said).toContain('Stopped. Nothing was imported.');
  expect(existsSync(`${db}-journal`)).toBe(false);
  expect(sha256Of(db)).toBe(before);
  expect(JSON.parse(run(['import', '-', '--json'], { input: tableOf(2) }).stdout)).toMatchObject({ new: 2 });
});

test('an import from a pipe hears Ctrl-C as well', async () => {
  const { folder, db, env, run } = builtProgram();
  run(['log', 'Contoso', 'call']);
  const child = spawn(process.execPath, [PROGRAM, 'import', '-', '--yes'], {
    cwd: folder,
    env,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = new Promise((resolve) => child.once('exit', (code, killed) => resolve(code ?? killed)));
  child.stdin.end(tableOf(150_000));
  while (child.exitCode === null && !existsSync(`${db}-journal`)) await sleep(5);
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(JSON.parse(run(['list', '--json']).stdout).deals).toHaveLength(1);
});

test('on a terminal it says how far it has come, shows what it would do, and imports with a key', async () => {
  const { folder, db, env, run } = builtProgram();
  const file = join(folder, 'long.csv');
  // So many that no machine has read them before it is time to say how far it has come.
  writeFileSync(file, tableOf(100_000));
  const terminal = onTerminal(PROGRAM, ['import', file], { env: { ...env, LOSSDEBRIEF_DB: db }, rows: 40 });
  await terminal.shows('Which currency are the amounts in?');
  terminal.write('EUR\r');
  await terminal.shows('a second, about');
  await terminal.shows('100,000 rows: 100,000 would be new');
  await terminal.shows('Import it?');
  terminal.write('y');
  await terminal.shows('100,000 rows: 100,000 new, 0 changed');
  expect(await terminal.ended).toBe(0);
  expect(JSON.parse(run(['report', 'scope', '--json']).stdout)).toMatchObject({ schemaVersion: 1 });
});
