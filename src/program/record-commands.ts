import { Option, type Command } from 'commander';
import type { DeleteOptions } from '../commands/delete.ts';
import type { EditOptions } from '../commands/edit.ts';
import type { ListOptions } from '../commands/list.ts';
import type { UndoOptions } from '../commands/undo.ts';
import { gathered } from './gathered.ts';
import { periodOption } from './period-option.ts';
import type { Run } from './run.ts';

/** The words of the commands that show and mend the records. */
export function addRecordCommands(program: Command, run: Run): void {
  addList(program, run);
  program
    .command('show')
    .description('everything kept about one deal')
    .argument('<id>', 'such as D12')
    .action(async (id: string, _options: unknown, command: Command) => {
      await run(command, async (app) => (await import('../commands/show.ts')).show(app, id));
    });
  program
    .command('edit')
    .description('correct the answers of a debrief; what changes in the plan is said first')
    .argument('<id>', 'such as D12')
    .option('--set <id=value>', 'correct one answer, such as outcome=postponed; "-" takes it out', gathered)
    .option('--answers <file>', 'take corrected answers from a JSON file, - for standard input')
    .option('--yes', 'keep it without asking')
    .action(async (id: string, options: EditOptions, command: Command) => {
      await run(command, async (app) => (await import('../commands/edit.ts')).edit(app, id, options));
    });
  program
    .command('delete')
    .description('put a deal out of sight, with all that belongs to it; undo brings it back')
    .argument('<id>', 'such as D12')
    .option('--purge', 'delete it for good: nothing of it stays in the file, and undo cannot bring it back')
    .option('--yes', 'delete it without asking')
    .action(async (id: string, options: DeleteOptions & { readonly purge?: boolean }, command: Command) => {
      await run(command, async (app) =>
        options.purge
          ? (await import('../commands/purge.ts')).purge(app, id, options)
          : (await import('../commands/delete.ts')).deleteDeal(app, id, options),
      );
    });
  program
    .command('undo')
    .description('take back the latest change, and say first which one that is; once more goes further back')
    .argument('[id]', 'a deleted deal to bring back, such as D12, however long ago it was')
    .option('--yes', 'take it back without asking')
    .action(async (id: string | undefined, options: UndoOptions, command: Command) => {
      await run(command, async (app) => (await import('../commands/undo.ts')).undo(app, id, options));
    });
}

/** The list has a flag for whatever the report counts by. */
function addList(program: Command, run: Run): void {
  program
    .command('list')
    .description('the deals on file')
    .option(
      '--outcome <code>',
      'only won, lost, no-decision, ended-by-us, open, or one outcome; may be repeated',
      gathered,
    )
    .option('--reason <code>', 'only with this reason')
    .option('--competitor <name>', 'only lost to this competitor')
    .option('--from <day>', 'only decided on or after this day')
    .option('--to <day>', 'only decided on or before this day')
    .addOption(periodOption())
    .option('--currency <code>', 'only with an amount in this currency')
    .option(
      '--with <field=value>',
      'only with this in a field that the report counts by, such as segment=Retail; may be repeated',
      gathered,
    )
    .option('--text <words>', 'only with these words in the name or the answers')
    .addOption(new Option('--sort <by>', 'in which order').choices(['decided', 'amount', 'name']).default('decided'))
    .action(async (options: ListOptions, command: Command) => {
      await run(command, async (app) => (await import('../commands/list.ts')).list(app, options));
    });
}
