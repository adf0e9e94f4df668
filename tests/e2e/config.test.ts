import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtProgram, NORTHWIND } from '../support/built-program.ts';

/** Without a variable that names the file of the deals. */
const NO_DB = { LOSSDEBRIEF_DB: '' };

test('settings are kept in the config folder, and rule the next debrief', () => {
  const { folder, run } = builtProgram();
  const path = join(folder, '.config', 'lossdebrief', 'config.yaml');
  expect(run(['config', 'path'])).toEqual({ exitCode: 0, stdout: `${path}\n`, stderr: '' });
  expect(run(['config', 'set', 'call-time', '08:30']).exitCode).toBe(0);
  expect(readFileSync(path, 'utf8')).toMatch(/^call-time: 08:30$/m);
  expect(JSON.parse(run([...NORTHWIND, '--json']).stdout).followUp.time).toBe('08:30');
  const early = run([...NORTHWIND, '--json'], { env: { LOSSDEBRIEF_CALL_TIME: '7:00' } });
  expect(JSON.parse(early.stdout).followUp.time).toBe('07:00');
});

test('XDG_CONFIG_HOME is honoured', () => {
  const { folder, run } = builtProgram();
  const env = { XDG_CONFIG_HOME: join(folder, 'xdg') };
  expect(run(['config', 'path'], { env }).stdout).toBe(`${join(folder, 'xdg', 'lossdebrief', 'config.yaml')}\n`);
});

test('the deals are in the file that the settings name, with ~ for the home folder, unless a variable names another', () => {
  const { folder, db, run } = builtProgram();
  expect(run(['config', 'set', 'db', '~/sales/mine.db'], { env: NO_DB }).exitCode).toBe(0);
  run(NORTHWIND, { env: NO_DB });
  expect(existsSync(join(folder, 'sales', 'mine.db'))).toBe(true);
  expect(existsSync(db)).toBe(false);
  run(NORTHWIND);
  expect(existsSync(db)).toBe(true);
});

test('a wrong setting ends every command that needs one with 2, and none that needs none', () => {
  const { folder, run } = builtProgram();
  run(NORTHWIND);
  mkdirSync(join(folder, '.config', 'lossdebrief'), { recursive: true });
  const path = join(folder, '.config', 'lossdebrief', 'config.yaml');
  writeFileSync(path, 'call-time: noon\n');
  const refused = run(['due'], { env: NO_DB });
  expect(refused.exitCode).toBe(2);
  expect(refused.stderr).toContain(`${path}:1: call-time is "noon". Allowed: a time of the day`);
  expect(run(['due']).exitCode).toBe(0);
  expect(run(['--help']).exitCode).toBe(0);
  expect(run(['config', 'path']).exitCode).toBe(0);
});
