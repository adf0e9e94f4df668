import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SHELLS } from '../../src/core/completion.ts';
import { builtProgram, type BuiltProgram, NORTHWIND, PROGRAM } from '../support/built-program.ts';
import { needed } from '../support/tool.ts';

const MANUAL = new URL('../../dist/man/lossdebrief.1', import.meta.url).pathname;

test.each(SHELLS)('the script for %s asks the program what may come next', (shell) => {
  const { stdout, exitCode } = builtProgram().run(['completion', shell]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/lossdebrief complete '?--/);
});

test('a shell that there is no script for is refused with those that there are', () => {
  expect(builtProgram().run(['completion', 'tcsh'])).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('bash, zsh, fish, powershell') as unknown,
  });
});

test('what is completed comes from the file that the line names', () => {
  const { run, db } = builtProgram();
  run(NORTHWIND);
  const { stdout } = run(['complete', '--', '--db', db, 'show', ''], { env: { LOSSDEBRIEF_DB: '' } });
  expect(stdout).toContain('D1\tNorthwind Logistics');
});

describe('in a real shell', () => {
  test('fish completes commands, ids and codes', (context) => {
    const fish = needed('fish', context);
    const program = installed();
    writeFileSync(join(program.folder, 'script'), program.run(['completion', 'fish']).stdout);
    const offered = (line: string): string =>
      inShell(fish.path, ['-c', `source script; complete -C '${line}'`], program);
    expect(offered('lossdebrief rep')).toContain('report');
    expect(offered('lossdebrief show D')).toContain('D1\tNorthwind Logistics');
    expect(offered('lossdebrief new --set outcome=post')).toContain('outcome=postponed');
  });

  test('bash completes commands, ids and codes, and what stands before an = only once', (context) => {
    const bash = needed('bash', context);
    const program = installed();
    writeFileSync(join(program.folder, 'script'), program.run(['completion', 'bash']).stdout);
    /** As readline hands a line over: broken at spaces, and at each = by itself. */
    const offered = (...words: readonly string[]): readonly string[] => {
      const code = `source ./script; COMP_WORDS=(lossdebrief ${words.map((word) => `'${word}'`).join(' ')})
        COMP_CWORD=${words.length}; compopt() { :; }; _lossdebrief; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return inShell(bash.path, ['--norc', '-c', code], program).trimEnd().split('\n');
    };
    expect(offered('rep')).toEqual(['report']);
    expect(offered('show', 'D')).toEqual(['D1']);
    expect(offered('list', '--reason', 'trust')).toEqual(['trust-risk']);
    expect(offered('new', '--set', 'outcome', '=', 'post')).toEqual(['postponed']);
    expect(offered('new', '--set', 'outcome', '=')).toContain('postponed');
    expect(offered('report', '--every', '=', 'q')).toEqual(['quarter']);
  });

  test('zsh reads its script without a complaint', (context) => {
    const zsh = needed('zsh', context);
    const program = installed();
    writeFileSync(join(program.folder, '_lossdebrief'), program.run(['completion', 'zsh']).stdout);
    const code = 'fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -D; print $_comps[lossdebrief]';
    expect(inShell(zsh.path, ['-f', '-c', code], program).trim()).toBe('_lossdebrief');
  });
});

test('the manual page is well formed and has every command and flag that --help has', (context) => {
  const mandoc = needed('mandoc', context);
  const lint = spawnSync(mandoc.path, ['-Tlint', '-Werror', MANUAL], { encoding: 'utf8' });
  expect(lint.stdout + lint.stderr).toBe('');
  const page = spawnSync(mandoc.path, ['-Tutf8', MANUAL], { encoding: 'utf8' }).stdout.replaceAll(/.[\b]/g, '');
  const { run } = builtProgram();
  const help = [run(['--help']), run(['report', '--help']), run(['new', '--help'])]
    .map(({ stdout }) => stdout)
    .join('');
  const words = [...help.matchAll(/^ {2}(--[a-z-]+|[a-z]+)(?= )/gm)].map(([, word = '']) => word);
  expect(words.filter((word) => !page.includes(word))).toEqual([]);
});

/** The program on the path under its own name, with one deal on file. */
function installed(): BuiltProgram {
  const program = builtProgram();
  const bin = join(program.folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'lossdebrief'), `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' "$@"\n`, { mode: 0o755 });
  program.run(NORTHWIND);
  return program;
}

function inShell(shell: string, args: readonly string[], { folder, env }: BuiltProgram): string {
  const path = [join(folder, 'bin'), env['PATH']].join(delimiter);
  const { stdout } = spawnSync(shell, args, { cwd: folder, env: { ...env, PATH: path }, encoding: 'utf8' });
  return stdout;
}
