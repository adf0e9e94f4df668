import type { Command } from 'commander';
import type { NewOptions } from '../commands/new.ts';
import type { LookOptions } from '../debriefing/look-again.ts';
import { gathered } from './gathered.ts';
import type { Run } from './run.ts';

/** The words of the commands that debrief a deal. */
export function addDebriefCommands(program: Command, run: Run): void {
  program
    .command('new')
    .description('debrief a closed deal, or go on with an unfinished debrief')
    .argument('[deal]', 'the name of the deal')
    .option('--won', 'the deal was won')
    .option('--deep', 'then straight on with the deep look')
    .option('--answers <file>', 'take the answers from a JSON file, - for standard input, and ask nothing')
    .option('--set <id=value>', 'give one answer, such as outcome=postponed or steps.why-now=late', gathered)
    .option('--resume [draft]', 'go on with an unfinished debrief: the latest, or the one named, such as R3')
    .option('--discard-draft <draft>', 'throw an unfinished debrief away')
    .action(async (deal: string | undefined, options: NewOptions, command: Command) => {
      await run(command, async (app) => (await import('../commands/new.ts')).newDebrief(app, deal, options));
    });
  program
    .command('review')
    .description('look at a debriefed deal once more: closely, and after 90 days from a distance')
    .argument('<deal>', 'such as D12, or a name')
    .option('--answers <file>', 'take the answers from a JSON file, - for standard input, and ask nothing')
    .option('--set <id=value>', 'give one answer, such as hours=to-20', gathered)
    .action(async (deal: string, options: LookOptions, command: Command) => {
      await run(command, async (app) => (await import('../commands/review.ts')).review(app, deal, options));
    });
}
