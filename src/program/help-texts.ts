import type { Command } from 'commander';

/** The columns that a help text takes at most. A longer line is hard to read, however wide the window is. */
export const HELP_COLUMNS = 80;

/** Every help text of the program, whole, by the words that stand before `--help`: `''`, `due`, `phrases add`. */
export function helpTexts(program: Command): Readonly<Record<string, string>> {
  return Object.fromEntries(withSubcommands(program, '').map(([words, command]) => [words, helpOf(command)]));
}

function withSubcommands(command: Command, words: string): readonly (readonly [string, Command])[] {
  const within = command.commands.flatMap((each) => withSubcommands(each, `${words} ${each.name()}`.trim()));
  return [[words, command], ...within];
}

/** As it is printed, with what commander adds below. */
function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({ writeOut: (more) => (text += more), getOutHelpWidth: () => HELP_COLUMNS });
  command.outputHelp();
  return text;
}
