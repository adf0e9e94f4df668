import type { Command } from 'commander';

/** The name of a command with those of the commands that it stands under, without the program: `due`, `phrases add`. */
export function fullName(command: Command): string {
  const above = command.parent;
  return above?.parent ? `${fullName(above)} ${command.name()}` : command.name();
}
