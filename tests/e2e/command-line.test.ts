import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { CONTROL_BUT_BREAKS } from '../support/control-characters.ts';
import { builtProgram, NORTHWIND, PROGRAM } from '../support/built-program.ts';
import { PATIENCE } from '../support/patience.ts';

const SAID = 'The CFO felt Globex was the safer choice.';

describe('exit codes', () => {
  test.each<[fault: string, exitCode: number, args: readonly string[]]>([
    ['a flag that does not exist', 2, ['due', '--sooner']],
    ['an id that is missing', 2, ['show']],
    ['an answer that is not allowed', 2, ['new', 'Contoso', '--set', 'outcome=stolen']],
    ['an answer that no question asks for', 2, ['new', 'Contoso', '--set', 'mood=low']],
    ['a span of days that is none', 2, ['due', '--within', 'soon']],
    ['a day that is not in the calendar', 2, ['due', '--today', '2026-02-30']],
    ['a day that no dates can be counted from', 2, ['due', '--today', '9999-12-31']],
    ['an order of the list that does not exist', 2, ['list', '--sort', 'luck']],
    ['a database in memory', 2, ['list', '--db', ':memory:']],
    ['a deal that is not on file', 3, ['show', 'D9']],
    ['an action that is not on file', 3, ['done', 'A99']],
    ['a draft that is not on file', 3, ['new', '--resume', 'R9']],
    ['a file of answers that is not there', 4, ['new', '--answers', 'gone.json']],
    ['a calendar where no folder is', 8, ['due', '--ics', join('gone', 'calls.ics')]],
    ['a calendar in the place of a folder', 8, ['export', '--format', 'ics', '--output', '.', '--force']],
  ])('%s gives %i, one error, and what to try', (_fault, exitCode, args) => {
    const { run } = builtProgram();
    run(NORTHWIND);
    expect(run(args)).toEqual({
      exitCode,
      stdout: '',
      stderr: expect.stringMatching(/^error: .+\n(?:.+\n)*try: {3}.+\n$/) as unknown,
    });
  });

  test('answers that are not JSON give 4, and nothing of them is repeated', () => {
    const { run } = builtProgram();
    const { exitCode, stdout, stderr } = run(['new', '--answers', '-'], { input: `{ "said": "${SAID}", ` });
    expect({ exitCode, stdout }).toEqual({ exitCode: 4, stdout: '' });
    expect(stderr).toMatch(/^error: Standard input is not JSON\.\ntry: {3}/);
    expect(stderr).not.toContain('CFO');
  });

  test('a wrong answer is named, and the others beside it are not repeated', () => {
    const { run } = builtProgram();
    const input = JSON.stringify({ deal: 'Northwind Logistics', outcome: 'stolen', said: SAID });
    const { exitCode, stderr } = run(['new', '--answers', '-'], { input });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('outcome is "stolen". Allowed: lost-competitor,');
    expect(stderr).not.toContain('CFO');
  });

  test('refused answers leave nothing behind', () => {
    const { run } = builtProgram();
    run(['new', 'Contoso', '--set', 'outcome=stolen']);
    expect(JSON.parse(run(['list', '--json']).stdout)).toMatchObject({ deals: [] });
  });

  test('a file that is no database gives 6 and stays as it was', () => {
    const { db, run } = builtProgram();
    mkdirSync(dirname(db));
    writeFileSync(db, 'Dana Reyes, +1 555 0100');
    const { exitCode, stderr } = run(['list']);
    expect(exitCode).toBe(6);
    expect(stderr).toMatch(/^error: lossdebrief\.db is not a lossdebrief file\. Nothing was changed\.\ntry: {3}/);
    expect(statSync(db).size).toBe(23);
  });

  test('`due --check` gives 10 if something is due, and 0 if not', () => {
    const { run } = builtProgram();
    run(NORTHWIND);
    expect(run(['due', '--check']).exitCode).toBe(10);
    expect(run(['due', '--check', '--today', '2026-11-01']).exitCode).toBe(0);
  });

  test('an empty list is no fault', () => {
    const { run } = builtProgram();
    expect(run(['list']).exitCode).toBe(0);
    expect(run(['due']).exitCode).toBe(0);
  });
});

describe('commands', () => {
  test('a slip in a command gets the one that was meant', () => {
    const { run } = builtProgram();
    const { exitCode, stdout, stderr } = run(['lst']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toBe(
      'error: There is no command lst. Did you mean list?\ntry:   See them all: lossdebrief --help\n',
    );
  });

  test.each([
    ['a command', ['\u001b[2J\u001b]0;taken over\u0007lst']],
    ['a flag', ['list', '--\u001b[31mred']],
    ['a choice', ['list', '--sort', '\u001b[31mluck']],
    ['a help page', ['help', '\u001b[31mlst']],
  ])('%s that is not known cannot drive the terminal when it is named', (_what, args) => {
    const { exitCode, stdout, stderr } = builtProgram().run(args);
    expect(exitCode).not.toBe(1);
    expect(stdout + stderr).not.toMatch(CONTROL_BUT_BREAKS);
  });

  test('a command cut short is not guessed', () => {
    expect(builtProgram().run(['sho', 'D1']).exitCode).toBe(2);
  });

  test('lossdebrief alone prints the help, and beside it what is due', () => {
    const { run } = builtProgram();
    run(NORTHWIND);
    const { exitCode, stdout, stderr } = run([]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Usage: lossdebrief \[options\] \[command\]\n/);
    expect(stderr).toBe('1 thing is due: lossdebrief due\n');
  });

  test('a flag for everything may stand before the command or after it', () => {
    const { run } = builtProgram();
    run(NORTHWIND);
    expect(run(['--json', 'list'])).toEqual(run(['list', '--json']));
  });

  test('`new` asks nothing where nobody can answer, and names what is missing', () => {
    const { run } = builtProgram();
    expect(run(['new'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'error: deal and outcome are missing, and nobody can be asked.\n' +
        'try:   lossdebrief new "Acme" --set outcome=lost-competitor\n',
    });
  });

  test.each<[where: string, stdin: 'ignore' | 'pipe', env: Readonly<Record<string, string>>]>([
    ['/dev/null', 'ignore', {}],
    ['a pipe', 'pipe', {}],
    ['a pipe, in CI', 'pipe', { CI: '1' }],
  ])('nor where standard input is %s, and nothing is drawn', (_where, stdin, around) => {
    const { env } = builtProgram();
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, 'new', 'Contoso'], {
      env: { ...env, ...around },
      stdio: [stdin, 'pipe', 'pipe'],
      input: stdin === 'pipe' ? 'a\n' : undefined,
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^error: outcome is missing, and nobody can be asked\.\ntry: {3}lossdebrief new .+\n$/);
  });

  test('of a won deal, only its name is needed', () => {
    const { run } = builtProgram();
    expect(run(['new', '--won'])).toMatchObject({
      exitCode: 2,
      stderr: 'error: deal is missing, and nobody can be asked.\ntry:   lossdebrief new --won "Acme"\n',
    });
    expect(run(['new', '--won', 'Contoso']).exitCode).toBe(0);
  });
});

describe('streams', () => {
  test('standard output has the result and nothing else', () => {
    const { run } = builtProgram();
    const { stdout, stderr } = run(['new', 'Contoso', '--set', 'outcome=postponed', '--set', 'amount=48000', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ deal: { name: 'Contoso', amount: 48_000, currency: 'USD' } });
    expect(stderr).toMatch(/^The amount was taken as USD/);
  });

  test('with --quiet, nothing is said besides the result', () => {
    const { run } = builtProgram();
    expect(run(['list', '--quiet']).stderr).toBe('');
    expect(run(['list']).stderr).toMatch(/^No deals yet in .+ lossdebrief new\n/);
  });

  test('in a pipe, a list is tabs under a row of names, with nothing cut and days as ISO', () => {
    const { run } = builtProgram();
    run(NORTHWIND);
    expect(run(['list']).stdout).toBe(
      'id\tdecidedOn\tname\toutcome\tamount\tcurrency\treason\tfollowUpOn\n' +
        'D1\t2026-11-20\tNorthwind Logistics\tlost-competitor\t148000\tEUR\taccess-authority\t2027-08-20\n',
    );
  });

  test('in a pipe, `due` holds every item, however many there are', () => {
    const { run } = builtProgram();
    for (const account of ['Contoso', 'Fabrikam', 'Tailspin']) run(['new', account, '--set', 'outcome=postponed']);
    const [heading, ...rows] = run(['due', '--within', '400d']).stdout.trimEnd().split('\n');
    const { items } = JSON.parse(run(['due', '--within', '400d', '--json']).stdout) as { items: readonly unknown[] };
    expect(heading?.split('\t').slice(0, 4)).toEqual(['id', 'kind', 'on', 'time']);
    expect(rows.length).toBeGreaterThan(10);
    expect(items).toHaveLength(rows.length);
  });

  test.runIf(existsSync('/dev/full'))('a result that cannot be written gives 8 and says so', () => {
    const { env, run } = builtProgram();
    run(NORTHWIND);
    const listing = spawnSync('sh', ['-c', 'exec "$@" > /dev/full', 'sh', process.execPath, PROGRAM, 'list'], {
      env,
      encoding: 'utf8',
    });
    expect(listing).toMatchObject({
      status: 8,
      stderr:
        'error: The result could not be written (the disk is full). What was saved is saved.\n' +
        'try:   Make room, or write it to another place.\n',
    });
  });

  test('a reader that has seen enough ends the program quietly', async () => {
    const { env, run } = builtProgram();
    run(NORTHWIND);
    const listing = spawn(process.execPath, [PROGRAM, 'list'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    listing.stdout.destroy();
    const [said, [exitCode]] = await Promise.all([text(listing.stderr), once(listing, 'exit')]);
    expect({ said, exitCode: exitCode as unknown }).toEqual({ said: '', exitCode: 0 });
  });
});

describe('a polite request to stop', () => {
  test('ends the program where nothing is asked, too', async () => {
    const { db, env } = builtProgram();
    const waiting = spawn(process.execPath, [PROGRAM, 'new', '--answers', '-'], {
      env,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    onTestFinished(() => void waiting.kill('SIGKILL'));
    // It has its file by the time it waits for the answers.
    await vi.waitFor(() => expect(existsSync(db)).toBe(true), PATIENCE);
    waiting.kill('SIGTERM');
    const [said, [, signal]] = await Promise.all([text(waiting.stderr), once(waiting, 'exit')]);
    expect({ said, signal: signal as unknown }).toEqual({ said: '', signal: 'SIGTERM' });
  });
});

describe('surroundings', () => {
  test('--today moves the day, and wins over the variable', () => {
    const { run } = builtProgram();
    const todayOf = (...args: readonly string[]): unknown =>
      (JSON.parse(run(['due', '--json', ...args]).stdout) as { readonly today: unknown }).today;
    expect(todayOf()).toBe('2026-11-20');
    expect(todayOf('--today', '2027-08-20')).toBe('2027-08-20');
  });

  test('--db wins over the variable', () => {
    const { db, folder, run } = builtProgram();
    run(['new', 'Contoso', '--set', 'outcome=postponed', '--db', join(folder, 'Ünïcode dir', 'a b.db')]);
    expect(existsSync(join(folder, 'Ünïcode dir', 'a b.db'))).toBe(true);
    expect(existsSync(db)).toBe(false);
  });

  test('what is said to do next names the file that --db named, and not that of the variable', () => {
    const { run } = builtProgram();
    const csv = 'Deal,Outcome,Closed on\nNorthwind,Lost,2026-10-02\n';
    const named = run(['import', '-', '--db', 'g.db'], { input: csv });
    expect(named.stdout).toContain('To take the import back: lossdebrief --db g.db undo\n');
    expect(run(['undo', '--db', 'g.db']).stderr).toContain('try:   lossdebrief --db g.db undo --yes\n');
    expect(run(['due', '--db', 'h.db'], { input: '' }).stderr).toContain('lossdebrief --db h.db new\n');
    expect(run(['import', '-'], { input: csv }).stdout).toContain('To take the import back: lossdebrief undo\n');
  });

  test('a report in a pipe does not say where the file is', () => {
    const { run } = builtProgram();
    run(['import', '-', '--db', 'g.db'], { input: 'Deal,Outcome,Closed on\nNorthwind,Lost,2026-10-02\n' });
    const { stdout } = run(['report', '--db', 'g.db']);
    expect(stdout).toMatch(/lossdebrief due\b/);
    expect(stdout).not.toContain('g.db');
  });

  test('a variable that is empty counts as not set', () => {
    const { folder, run } = builtProgram();
    const env = { LOSSDEBRIEF_DB: '', LOSSDEBRIEF_TODAY: '', XDG_DATA_HOME: join(folder, 'share') };
    expect(run(['new', 'Contoso', '--set', 'outcome=postponed'], { env }).exitCode).toBe(0);
    expect(run(['list'], { env }).stdout).toContain('Contoso');
    expect(readdirSync(folder)).not.toContain('data');
  });

  test('reading makes no file', () => {
    const { db, run } = builtProgram();
    run(['list']);
    expect(existsSync(dirname(db))).toBe(false);
  });

  test('the file and its folder are for their owner alone, even where others may usually read', () => {
    const { db, env } = builtProgram();
    const { status } = spawnSync('sh', ['-c', 'umask 000; exec "$@"', 'sh', process.execPath, PROGRAM, ...NORTHWIND], {
      env,
      input: '',
    });
    expect([status, modeOf(db), modeOf(dirname(db))]).toEqual([0, 0o600, 0o700]);
  });
});

function modeOf(path: string): number {
  return statSync(path).mode % 0o1000;
}
