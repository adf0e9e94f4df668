import { Option, type Command } from 'commander';
import type { FeedbackOptions } from '../commands/feedback.ts';
import type { OpinionOptions } from '../commands/opinion.ts';
import type { AddPhraseOptions, UsedPhraseOptions } from '../commands/phrases.ts';
import type { Run } from './run.ts';

/** The words of the commands that bring in what others see. */
export function addAskingCommands(program: Command, run: Run): void {
  program
    .command('feedback')
    .description('ask the buyer what to improve; date the request, and keep the answer')
    .argument('<deal>', 'such as D12, or a name')
    .addOption(new Option('--mailto', 'print a link that opens the mail').conflicts(['sent', 'reply']))
    .option('--sent [day]', 'it was sent: today, or on the day given')
    .option('--reply <text>', 'what they answered, word for word; - for standard input')
    .option('--reason <code>', 'the reason they gave in it, such as trust-risk')
    .action(async (deal: string, options: FeedbackOptions, command: Command) => {
      await run(command, async (app) => (await import('../commands/feedback.ts')).feedback(app, deal, options));
    });
  program
    .command('brief')
    .description('one neutral page about a deal, for a colleague')
    .argument('<deal>', 'such as D12, or a name')
    .action(async (deal: string, _options: unknown, command: Command) => {
      await run(command, async (app) => (await import('../commands/brief.ts')).brief(app, deal));
    });
  addOpinion(program, run);
  addPhrases(program, run);
}

function addOpinion(program: Command, run: Run): void {
  program
    .command('opinion')
    .description("keep a colleague's view of a deal, or what they saw on a call")
    .argument('<deal>', 'such as D12, or a name')
    .option('--from <name>', 'whose view it is')
    .option('--words <text>', 'what they think, word for word; - for standard input')
    .option('--reason <code>', 'the reason they see, such as trust-risk')
    .addOption(new Option('--look-deeper <answer>', 'whether it deserves a deeper look').choices(['yes', 'not-now']))
    .option('--why <text>', 'why, or why not now; only for you')
    .option('--saw <text>', 'what they saw on a call, word for word; - for standard input')
    .option('--try <text>', 'what you will try after that')
    .option('--ask <name>', 'plan to ask somebody')
    .addOption(new Option('--to <favour>', 'what to ask for').choices(['look', 'sit-in', 'be-watched']))
    .option('--by <day>', 'until when to ask, such as "next friday"')
    .action(async (deal: string, options: OpinionOptions, command: Command) => {
      await run(command, async (app) => (await import('../commands/opinion.ts')).opinion(app, deal, options));
    });
}

function addPhrases(program: Command, run: Run): void {
  const phrases = program
    .command('phrases')
    .description('language worth stealing: from whom, for which stage, and whether it won')
    .action(async (_options: unknown, command: Command) => {
      await run(command, async (app) => (await import('../commands/phrases.ts')).phrases(app));
    });
  phrases
    .command('add')
    .description('keep a phrase')
    .argument('<text>', 'as it was said, in quotation marks')
    .option('--from <name>', 'who said it')
    .option('--stage <stage>', 'when to say it, such as discovery')
    .action(async (text: string, options: AddPhraseOptions, command: Command) => {
      await run(command, async (app) => (await import('../commands/phrases.ts')).addPhrase(app, text, options));
    });
  phrases
    .command('used')
    .description('note that you used one; the deal tells whether it won')
    .argument('<phrase>', 'such as P3')
    .requiredOption('--deal <deal>', 'where, such as D12, or a name')
    .option('--on <day>', 'when; today if not given')
    .action(async (id: string, options: UsedPhraseOptions, command: Command) => {
      await run(command, async (app) => (await import('../commands/phrases.ts')).usedPhrase(app, id, options));
    });
}
