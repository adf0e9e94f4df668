import { Option, type Command } from 'commander';
import type { ListOptions } from '../commands/list.ts';
import { gathered } from './gathered.ts';
import type { Run } from './run.ts';

/** The words of the commands that show and mend the records. */
export function addRecordCommands(program: Command, run: Run): void {
  program
    .command('list')
    .description('the deals on file')
    .option('--outcome <code>', 'only with this outcome; may be repeated', gathered)
    .option('--reason <code>', 'only with this reason')
    .option('--competitor <name>', 'only lost to this competitor')
    .option('--from <day>', 'only decided on or after this day')
    .option('--to <day>', 'only decided on or before this day')
    .option('--text <words>', 'only with these words in the name or the answers')
    .addOption(new Option('--sort <by>', 'in which order').choices(['decided', 'amount', 'name']).default('decided'))
    .action(async (options: ListOptions, command: Command) => {
      await run(command, async (app) => (await import('../commands/list.ts')).list(app, options));
    });
  program
    .command('show')
    .description('everything kept about one deal')
    .argument('<id>', 'such as D12')
    .action(async (id: string, _options: unknown, command: Command) => {
      await run(command, async (app) => (await import('../commands/show.ts')).show(app, id));
    });
}
