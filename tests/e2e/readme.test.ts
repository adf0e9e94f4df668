import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { builtProgram } from '../support/built-program.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

test('the README lists the commands that --help lists, in the same order', () => {
  expect(commandsOfReadme()).toEqual(commandsOfHelp());
});

test('no document holds two versions of a passage that somebody has to choose between', () => {
  const root = new URL('../../', import.meta.url);
  const names = [...readdirSync(root), ...readdirSync(new URL('docs/', root)).map((name) => `docs/${name}`)];
  const marked = names
    .filter((name) => name.endsWith('.md'))
    .filter((name) => /^(<{7} |={7}$|>{7} )/m.test(readFileSync(new URL(name, root), 'utf8')));
  expect(marked).toEqual([]);
});

test('every flag in the README exists', () => {
  const { run } = builtProgram();
  const helps = ['', ...commandsOfHelp()].map((command) => run([command, '--help'].filter(Boolean)).stdout).join('\n');
  const flags = [...README.matchAll(/[`\s](--[a-z][a-z-]+)/g)].map(([, flag = '']) => flag);
  expect(flags.filter((flag) => !helps.includes(`${flag} `) && !NPM_FLAGS.has(flag))).toEqual([]);
});

test('the answers that the README shows are taken as they stand', () => {
  const [, answers = ''] = /```json\n(.*?)```/s.exec(README) ?? [];
  expect(builtProgram().run(['new', '--answers', '-', '--json'], { input: answers })).toMatchObject({ exitCode: 0 });
});

/** Flags of the commands that install lossdebrief. */
const NPM_FLAGS = new Set(['--silent', '--no-save']);

/** In the table of commands, each row begins with the command as it is typed. */
function commandsOfReadme(): readonly string[] {
  return [...README.matchAll(/^\| `lossdebrief ([a-z]+)/gm)].map(([, command = '']) => command);
}

function commandsOfHelp(): readonly string[] {
  const [, commands = ''] = /^Commands:\n(.*?)\n\n/ms.exec(builtProgram().run(['--help']).stdout) ?? [];
  const names = [...commands.matchAll(/^ {2}([a-z]+)/gm)].map(([, command = '']) => command);
  return names.filter((name) => name !== 'help');
}
