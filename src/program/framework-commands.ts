import type { Command } from 'commander';
import type { Run } from './run.ts';

/** The words of the commands about what is asked. */
export function addFrameworkCommands(program: Command, run: Run): void {
  const frameworks = program
    .command('frameworks')
    .description('what is asked: BANT, MEDDPICC, SPICED or SCOTSMAN beside ours, and your own')
    .action(async (_options: unknown, command: Command) => {
      await run(command, async (app) => (await import('../commands/frameworks.ts')).listFrameworks(app));
    });
  frameworks
    .command('list')
    .description('every framework, what it is for, and whether it is in use')
    .action(async (_options: unknown, command: Command) => {
      await run(command, async (app) => (await import('../commands/frameworks.ts')).listFrameworks(app));
    });
  frameworks
    .command('show')
    .description('what one asks and why, and what it advises')
    .argument('<framework>', 'such as meddpicc')
    .action(async (id: string, _options: unknown, command: Command) => {
      await run(command, async (app) => (await import('../commands/frameworks.ts')).showFramework(app, id));
    });
  frameworks
    .command('check')
    .description('look your own over; says what is wrong, where, and what would mend it')
    .argument('[file...]', 'all in your folder if none is named')
    .action(async (files: readonly string[], _options: unknown, command: Command) => {
      await run(command, async (app) => (await import('../commands/frameworks.ts')).checkFrameworks(app, files));
    });
  frameworks
    .command('new')
    .description('begin one of your own: a list of steps with a comment on each line')
    .argument('<id>', 'such as my-steps')
    .action(async (id: string, _options: unknown, command: Command) => {
      await run(command, async (app) => (await import('../commands/frameworks.ts')).newFramework(app, id));
    });
}
