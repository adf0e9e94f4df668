import type { Command } from 'commander';

/** A command and all that stand under it. */
export function everyCommand(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}
