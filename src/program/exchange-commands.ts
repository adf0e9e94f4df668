import { Option, type Command } from 'commander';
import type { ExportOptions } from '../commands/export.ts';
import type { Run } from './run.ts';

/** The words of the commands that take records in and out. */
export function addExchangeCommands(program: Command, run: Run): void {
  program
    .command('export')
    .description('take what is kept to other programs')
    .addOption(
      new Option('--format <format>', 'ics: everything open, for your calendar').choices(['ics']).makeOptionMandatory(),
    )
    .option('--output <file>', 'the file to write, - for standard output', '-')
    .action(async (options: ExportOptions, command: Command) => {
      await run(command, async (app) => (await import('../commands/export.ts')).exportRecords(app, options));
    });
}
