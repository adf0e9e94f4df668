import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { builtProgram, NORTHWIND } from '../support/built-program.ts';

const WARNING = /^The clock of this machine shows .+, but the file was changed on .+\. Please check the clock/m;

describe('where the clock has gone back behind the latest change', () => {
  test('every command says so and does its work, and once something is saved it is over', () => {
    const { db, run } = builtProgram();
    run(NORTHWIND);
    laterBy(3, db);
    expect(run(['list'])).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(WARNING) as unknown });
    expect(run(['log', 'D1', 'call', 'asked why'])).toMatchObject({
      exitCode: 0,
      stderr: expect.stringMatching(WARNING) as unknown,
    });
    expect(run(['list']).stderr).not.toMatch(WARNING);
    expect(run(['show', 'D1']).stdout).toContain('asked why');
  });

  test('what is newer comes later all the same', () => {
    const { db, run } = builtProgram();
    run(NORTHWIND);
    laterBy(3, db);
    run(['log', 'Contoso', 'call']);
    expect(run(['undo', '--yes']).exitCode).toBe(0);
    expect(run(['list']).stdout).toContain('Northwind Logistics');
    expect(run(['list']).stdout).not.toContain('Contoso');
  });

  test('with --quiet nothing is said of it', () => {
    const { db, run } = builtProgram();
    run(NORTHWIND);
    laterBy(3, db);
    expect(run(['list', '--quiet']).stderr).toBe('');
  });
});

/** Makes all changes of a file look so many days later than they were. */
function laterBy(days: number, path: string): void {
  const file = new Database(path);
  file.prepare('UPDATE change_set SET at = ?').run(new Date(Date.now() + days * 86_400_000).toISOString());
  file.close();
}
