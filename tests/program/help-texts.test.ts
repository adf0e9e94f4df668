import { expect, test } from 'vitest';
import { builtProgram } from '../support/built-program.ts';
import { helpTexts } from '../../src/program/help-texts.ts';
import { createProgram } from '../../src/program/program.ts';

const program = (): ReturnType<typeof createProgram> =>
  createProgram(
    () => Promise.reject(new Error('Nothing is run here.')),
    () => {},
  );

test('every command and subcommand has its help written down', () => {
  const named = program().commands.flatMap((command) => [
    command.name(),
    ...command.commands.map((within) => `${command.name()} ${within.name()}`),
  ]);
  expect(Object.keys(helpTexts(program())).toSorted()).toEqual(['', ...named].toSorted());
});

test.each([['--help'], ['due --help'], ['due -h'], ['help due'], ['phrases add --help'], ['help']])(
  '`%s` prints what was written at the build, and with another flag the same is made anew',
  (words) => {
    const { run } = builtProgram();
    const written = run(words.split(' '));
    expect(written).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^Usage: lossdebrief/) as unknown });
    expect(run(['--plain', ...words.split(' ')])).toEqual(written);
  },
);

test('help for what is no command is the help of the program', () => {
  const { run } = builtProgram();
  expect(run(['dew', '--help']).stdout).toContain('Usage: lossdebrief [options] [command]');
  expect(run(['help', 'constructor']).stdout).not.toContain('native code');
});

test('the help of import says that it goes ahead where nobody can be asked', () => {
  expect(helpTexts(program())['import']?.replaceAll(/\s+/g, ' ')).toContain(
    '--yes import without asking, as where there is no keyboard',
  );
});
