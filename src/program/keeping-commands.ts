import type { Command } from 'commander';
import type { DoctorOptions } from '../commands/doctor.ts';
import type { RestoreOptions } from '../commands/restore.ts';
import type { Run } from './run.ts';

/** The words of the commands that keep the file safe. */
export function addKeepingCommands(program: Command, run: Run): void {
  program
    .command('backup')
    .description('copy the whole file, checked and whole or not at all')
    .argument('[file]', 'where to; beside the file, in backups, if not given')
    .action(async (file: string | undefined, _options: unknown, command: Command) => {
      await run(command, async (app) => (await import('../commands/backup.ts')).backup(app, file));
    });
  program
    .command('restore')
    .description('put a backup in the place of the file; what is there is kept first')
    .argument('<file>', 'a backup')
    .option('--yes', 'restore it without asking')
    .action(async (file: string, options: RestoreOptions, command: Command) => {
      await run(command, async (app) => (await import('../commands/restore.ts')).restore(app, file, options));
    });
  program
    .command('doctor')
    .description('look the file over; fit for a report, as nothing private is in it')
    .option('--salvage <file>', 'write what can still be read of a damaged file into a new one')
    .action(async (options: DoctorOptions, command: Command) => {
      await run(command, async (app) => (await import('../commands/doctor.ts')).doctor(app, options));
    });
}
