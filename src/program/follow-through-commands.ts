import { Option, type Command } from 'commander';
import type { DoneOptions } from '../commands/done.ts';
import type { DropOptions } from '../commands/drop.ts';
import type { DueOptions } from '../commands/due.ts';
import { ENTRY_OUTCOMES } from '../core/entry-outcome.ts';
import type { Run } from './run.ts';

/** The words of the commands that keep what was decided in sight, and close it. */
export function addFollowThroughCommands(program: Command, run: Run): void {
  program
    .command('due')
    .description('what has come due: whom to call, and what you decided to do')
    .option('--within <days>', 'how far to look ahead, such as 7d or 2w', '7d')
    .option('--all', 'every line, instead of five of each kind; with --ics, everything open')
    .option('-i, --interactive', 'go through it one by one')
    .option('--check', 'exit with 10 if anything is due today or late')
    .addOption(
      new Option('--ics <file>', 'write it as events for your calendar, - for standard output').conflicts(
        'interactive',
      ),
    )
    .action(async (options: DueOptions, command: Command) => {
      await run(command, async (app) => (await import('../commands/due.ts')).due(app, options));
    });
  program
    .command('done')
    .description('mark actions and calls as done')
    .argument('<ids...>', 'such as A31 or F7, or a deal for which one thing is open')
    .addOption(new Option('--outcome <code>', 'how a call or a check went').choices(ENTRY_OUTCOMES))
    .option('--note <text>', 'what came of it, only for you')
    .action(async (ids: readonly string[], options: DoneOptions, command: Command) => {
      await run(command, async (app) => (await import('../commands/done.ts')).done(app, ids, options));
    });
  program
    .command('snooze')
    .description('move actions and calls to another day')
    .argument('<ids-and-when...>', 'such as F7 in 2 weeks, or A31 F7 2027-01-15; or a deal for which one thing is open')
    .action(async (args: readonly string[], _options: unknown, command: Command) => {
      await run(command, async (app) => (await import('../commands/snooze.ts')).snooze(app, args));
    });
  program
    .command('drop')
    .description('give up actions and calls, with the reason')
    .argument('<ids...>', 'such as A31 or F7, or a deal for which one thing is open')
    .option('--why <text>', 'why, only for you')
    .action(async (ids: readonly string[], options: DropOptions, command: Command) => {
      await run(command, async (app) => (await import('../commands/drop.ts')).drop(app, ids, options));
    });
}
