import { CommanderError } from 'commander';
import { createProgram } from '../../src/program/program.ts';
import { everyCommand } from './command-tree.ts';

/** The commands in the `try:` lines of what was said: each stands at the beginning, after a colon, or after three spaces. */
export function commandsToTry(said: string): readonly string[] {
  const lines = said.split('\n').filter((line) => line.startsWith('try: '));
  return lines.flatMap((line) =>
    [...line.matchAll(/(?: {3}|: )lossdebrief (.+?)(?= {3}|$)/g)].map(([, words = '']) => words),
  );
}

/** Whether the program takes a command as a shell would hand it over, up to where its work would begin. */
export async function isUnderstood(command: string): Promise<boolean> {
  const program = createProgram(
    () => Promise.reject(new Begun()),
    () => {},
  );
  for (const each of everyCommand(program)) each.configureOutput({ writeOut: () => {} });
  try {
    await program.parseAsync(wordsOf(command), { from: 'user' });
    return false;
  } catch (error) {
    return error instanceof Begun || (error instanceof CommanderError && error.code === 'commander.helpDisplayed');
  }
}

class Begun extends Error {}

/** The words of a line, out of their quotes. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g)].map(([word]) =>
    word.replaceAll(/['"]([^'"]*)['"]/g, '$1'),
  );
}
