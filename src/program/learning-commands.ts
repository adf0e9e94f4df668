import type { Command } from 'commander';
import type { FocusOptions } from '../commands/focus.ts';
import type { LogOptions } from '../commands/log.ts';
import type { Run } from './run.ts';

/** The words of the commands that gather what was learned. */
export function addLearningCommands(program: Command, run: Run): void {
  program
    .command('log')
    .description('note a call, mail or meeting with a deal, before it closes too')
    .argument('<deal>', 'such as D12, or a name')
    .argument('<channel>', 'call, email, meeting, demo, proposal, message or other')
    .argument('[note...]', 'what was said, in a line')
    .option('--at <day>', 'when it was, such as yesterday; today if not given')
    .option('--missed', 'a call that you missed')
    .option('--reply-took <time>', 'how long your reply took, such as 45m, 3h or 2d')
    .action(async (deal: string, channel: string, note: readonly string[], options: LogOptions, command: Command) => {
      await run(command, async (app) => (await import('../commands/log.ts')).log(app, deal, channel, note, options));
    });
  const lessons = program
    .command('lessons')
    .description('what the deals taught, one sentence each')
    .argument('[words...]', 'only with these words')
    .action(async (words: readonly string[], _options: unknown, command: Command) => {
      await run(command, async (app) => (await import('../commands/lessons.ts')).lessons(app, words));
    });
  lessons
    .command('add')
    .description('give a deal the sentence that it stands for')
    .argument('<deal>', 'such as D12, or a name')
    .argument('<text...>', 'the lesson')
    .action(async (deal: string, words: readonly string[], _options: unknown, command: Command) => {
      await run(command, async (app) => (await import('../commands/lessons.ts')).addLesson(app, deal, words));
    });
  program
    .command('focus')
    .description('the one area in work, and the one thing you are trying')
    .argument('[area...]', 'a step, such as why-now, or your own words: begin with it')
    .option('--for <days>', 'how long, such as 30d or 6w; 30 days if not given')
    .option('--stop', 'close the area in work')
    .option('--experiment <text>', 'try one thing in the deals to come')
    .option('--keep', 'the experiment helped: keep it')
    .option('--drop', 'the experiment did not help: drop it')
    .option('--learn <resource>', 'plan to learn for the area from this, or from your resources by number')
    .option('--by <day>', 'until when to learn, such as "next friday"; in a week if not given')
    .action(async (area: readonly string[], options: FocusOptions, command: Command) => {
      await run(command, async (app) => (await import('../commands/focus.ts')).focus(app, area, options));
    });
}
