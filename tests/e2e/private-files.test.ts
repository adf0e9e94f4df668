import { spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtProgram, NORTHWIND, PROGRAM } from '../support/built-program.ts';
import { EVERY_COMMAND, forgottenCommands, wordsOf } from '../support/every-command.ts';

describe.skipIf(process.platform === 'win32')('where everybody may usually read everything', () => {
  test('each command leaves its files and folders to their owner alone', () => {
    const { folder, env } = builtProgram();
    writeFileSync(join(folder, 'deals.csv'), 'Deal,Outcome,Closed on\nFabrikam,Won,2026-09-18\n');
    const given = new Set(readdirSync(folder));
    for (const [line] of EVERY_COMMAND) {
      const args = wordsOf(line);
      const loose = spawnSync('sh', ['-c', 'umask 000; exec "$@"', 'sh', process.execPath, PROGRAM, ...args], {
        cwd: folder,
        env: { ...env, LOSSDEBRIEF_DB: join(folder, 'own', 'own.db'), TMPDIR: folder },
        input: '',
        encoding: 'utf8',
      });
      expect({ ...loose, args }).toMatchObject({ status: 0, args });
      const open = modesIn(folder).filter(([name, mode]) => !given.has(name) && (mode & 0o077) !== 0);
      expect({ args, open }).toEqual({ args, open: [] });
    }
    expect(modesIn(folder).length).toBeGreaterThan(20);
  });

  test('no command is forgotten there', () => {
    expect(forgottenCommands()).toEqual([]);
  });

  test('a link that somebody planted where the file would be made is not written through', () => {
    const { folder, run } = builtProgram();
    const victim = join(folder, 'victim');
    writeFileSync(victim, 'theirs');
    mkdirSync(join(folder, 'own'));
    symlinkSync(victim, join(folder, 'own', 'own.db'));
    const ran = run(NORTHWIND, { env: { LOSSDEBRIEF_DB: join(folder, 'own', 'own.db') } });
    expect(ran.exitCode).toBe(6);
    expect(readFileSync(victim, 'utf8')).toBe('theirs');
  });

  test('nor is one in the place of a backup', () => {
    const { db, folder, run } = builtProgram();
    run(NORTHWIND);
    const victim = join(folder, 'victim');
    writeFileSync(victim, 'theirs');
    mkdirSync(join(db, '..', 'backups'));
    const today = new Date().toISOString().slice(0, '2026-11-20'.length);
    symlinkSync(victim, join(db, '..', 'backups', `lossdebrief-daily-${today}.db`));
    expect(run(['log', 'Contoso', 'call']).exitCode).toBe(0);
    expect(readFileSync(victim, 'utf8')).toBe('theirs');
  });
});

/** Every file and folder inside a folder, with its mode. */
function modesIn(folder: string): readonly (readonly [name: string, mode: number])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => [
    name,
    lstatSync(join(folder, name)).mode & 0o777,
  ]);
}
