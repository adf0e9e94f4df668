import type { Command } from 'commander';
import { createProgram } from '../../src/program/program.ts';
import { NORTHWIND } from './built-program.ts';

/**
 * Each command, in an order in which all of them succeed, beside a table of deals called `deals.csv`: whether it reads the
 * person's file, writes to it, or leaves it alone.
 */
export const EVERY_COMMAND: readonly (readonly [
  line: string | readonly string[],
  file: 'read' | 'written' | 'alone',
])[] = [
  [NORTHWIND, 'written'],
  ['new Tailspin --set outcome=postponed', 'written'],
  ['log Contoso call', 'written'],
  ['review D1 --set keep-doing=calling', 'written'],
  ['due --all', 'read'],
  ['due --all --ics calls.ics', 'read'],
  ['done A1', 'written'],
  ['snooze A2 2026-12-01', 'written'],
  ['drop A3 --why later', 'written'],
  ['report', 'read'],
  ['report --output report.html', 'read'],
  ['report reasons --output reasons.csv', 'read'],
  ['list', 'read'],
  ['show D1', 'read'],
  ['edit D1 --set winner=Initech', 'written'],
  ['delete D2 --yes', 'written'],
  ['undo --yes', 'written'],
  ['delete D2 --purge --yes', 'written'],
  ['lessons', 'read'],
  ['lessons add D1 Ask', 'written'],
  ['focus', 'read'],
  ['focus why-now', 'written'],
  ['feedback D1', 'read'],
  ['feedback D1 --sent 2026-11-19', 'written'],
  ['brief D1', 'read'],
  ['opinion D1 --from Robin --words Priced', 'written'],
  ['phrases', 'read'],
  ['phrases add Why?', 'written'],
  ['phrases used P1 --deal D1', 'written'],
  ['import deals.csv --yes', 'written'],
  ['export', 'read'],
  ['export --output all.jsonl', 'read'],
  ['export --output all.csv', 'read'],
  ['export --output all.md', 'read'],
  ['demo', 'alone'],
  ['demo --output demo.db', 'alone'],
  ['backup', 'read'],
  ['backup copy.db', 'read'],
  ['restore copy.db --yes', 'written'],
  ['doctor', 'read'],
  ['doctor --salvage salvaged.db', 'read'],
  ['frameworks', 'alone'],
  ['frameworks list', 'alone'],
  ['frameworks show bant', 'alone'],
  ['frameworks new my-steps', 'alone'],
  ['frameworks check', 'alone'],
  ['config', 'alone'],
  ['config list', 'alone'],
  ['config set currency EUR', 'alone'],
  ['config add stages pilot', 'alone'],
  ['config get currency', 'alone'],
  ['config unset currency', 'alone'],
  ['config path', 'alone'],
  ['completion bash', 'alone'],
  ['complete sh', 'alone'],
];

/** The words of a line. */
export function wordsOf(line: string | readonly string[]): readonly string[] {
  return typeof line === 'string' ? line.split(' ') : line;
}

/** The commands of the program that no line runs. */
export function forgottenCommands(): readonly string[] {
  const lines = EVERY_COMMAND.map(([line]) => `${wordsOf(line).join(' ')} `);
  return namesIn(
    createProgram(neverOpened, () => {}),
    '',
  ).filter((name) => !lines.some((line) => line.startsWith(`${name} `)));
}

function namesIn(command: Command, before: string): readonly string[] {
  return command.commands.flatMap((each) => {
    const name = `${before}${each.name()}`;
    return [name, ...namesIn(each, `${name} `)];
  });
}

function neverOpened(): never {
  throw new Error('No command is run here.');
}
