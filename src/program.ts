import { Command, Option } from 'commander';
import type { App } from './app.ts';
import { cleanText } from './core/clean-text.ts';
import type { DoneOptions } from './commands/done.ts';
import type { DropOptions } from './commands/drop.ts';
import type { DueOptions } from './commands/due.ts';
import type { ExportOptions } from './commands/export.ts';
import type { FocusOptions } from './commands/focus.ts';
import type { FeedbackOptions } from './commands/feedback.ts';
import type { ListOptions } from './commands/list.ts';
import type { LogOptions } from './commands/log.ts';
import type { NewOptions } from './commands/new.ts';
import type { OpinionOptions } from './commands/opinion.ts';
import type { AddPhraseOptions, UsedPhraseOptions } from './commands/phrases.ts';

/** The flags that work everywhere, before or after the command. */
export interface Flags {
  readonly db?: string;
  readonly today?: string;
  readonly json?: boolean;
  readonly plain?: boolean;
  /** False with `--no-color`. */
  readonly color: boolean;
  readonly accessible?: boolean;
  /** False with `--no-input`. */
  readonly input: boolean;
  readonly quiet?: boolean;
  readonly force?: boolean;
}

type OpenApp = (flags: Flags) => App | Promise<App>;
type Run = (command: Command, work: (app: App) => Promise<number | void>) => Promise<void>;

/**
 * The program and all its commands. A command here is only its words; its code is loaded when it runs, so help is instant.
 * To add one: a chain below, and its file in `commands/`.
 */
export function createProgram(open: OpenApp, onExitCode: (code: number) => void, version = ''): Command {
  const run: Run = async (command, work) => {
    const code = await work(await open(command.optsWithGlobals<Flags>()));
    if (typeof code === 'number') onExitCode(code);
  };
  const program = base(version);
  addNew(program, run);
  addFollowThrough(program, run);
  addRecords(program, run);
  addLearning(program, run);
  addAsking(program, run);
  addExport(program, run);
  program.allowExcessArguments().action(async (_options, command: Command) => {
    if (command.args.length > 0) (command as WithUnknownCommand).unknownCommand();
    await run(command, async (app) =>
      (await import('./commands/overview.ts')).overview(app, command.helpInformation()),
    );
  });
  return program;
}

/** Commander's own words for a command that it does not know, with "did you mean"; missing in its types. */
type WithUnknownCommand = Command & { readonly unknownCommand: () => never };

function base(version: string): Command {
  return (
    new Command('lossdebrief')
      .description('Two minutes after a lost deal: own it, learn one thing, leave with a dated list of what to do.')
      .version(version, '--version', 'print the version')
      .helpOption('-h, --help', 'print help')
      .helpCommand('help [command]', 'print help for a command')
      .exitOverride()
      // What was typed comes back in these texts, and may hold anything.
      .configureOutput({
        writeOut: (text) => process.stdout.write(cleanText(text, 'keep')),
        writeErr: (text) => process.stderr.write(cleanText(text, 'keep')),
      })
      .showSuggestionAfterError()
      .showHelpAfterError('try:   lossdebrief --help')
      .configureHelp({ showGlobalOptions: true, sortSubcommands: false, minWidthToWrap: 24 })
      .option('--db <path>', 'the file to use (or LOSSDEBRIEF_DB)')
      .option('--today <day>', 'take this day for today, as YYYY-MM-DD (or LOSSDEBRIEF_TODAY)')
      .option('--json', 'print JSON')
      .option('--plain', 'plain ASCII characters only')
      .option('--no-color', 'no colour (or NO_COLOR)')
      .option('--accessible', 'plain lines and numbered choices, for screen readers (or ACCESSIBLE=1)')
      .option('--no-input', 'never ask; fail where an answer is missing')
      .option('--quiet', 'say nothing besides the result')
      .option('--force', 'write over a file that is there')
      .addHelpText('after', EXAMPLES)
  );
}

const EXAMPLES = `
Examples:
  lossdebrief new                          two minutes of questions about a lost deal
  lossdebrief new --won "Contoso"          the same after a won one
  lossdebrief new "Acme" --set outcome=postponed --set decided-on=2026-11-20
  lossdebrief due                          whom to call, and what to do
  lossdebrief done A31                     mark an action as done

Everything is kept in one file on this machine. Nothing is sent anywhere.`;

function addNew(program: Command, run: Run): void {
  program
    .command('new')
    .description('debrief a closed deal, or go on with an unfinished debrief')
    .argument('[deal]', 'the name of the deal')
    .option('--won', 'the deal was won')
    .option('--answers <file>', 'take the answers from a JSON file, - for standard input, and ask nothing')
    .option('--set <id=value>', 'give one answer, such as outcome=postponed or steps.why-now=late', gathered)
    .option('--resume [draft]', 'go on with an unfinished debrief: the latest, or the one named, such as R3')
    .option('--discard-draft <draft>', 'throw an unfinished debrief away')
    .action(async (deal: string | undefined, options: NewOptions, command: Command) => {
      await run(command, async (app) => (await import('./commands/new.ts')).newDebrief(app, deal, options));
    });
}

function addFollowThrough(program: Command, run: Run): void {
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
      await run(command, async (app) => (await import('./commands/due.ts')).due(app, options));
    });
  program
    .command('done')
    .description('mark actions and calls as done')
    .argument('<ids...>', 'such as A31 or F7')
    .addOption(
      new Option('--outcome <code>', 'how a call or a check went').choices([
        'reopened',
        'won-back',
        'still-lost',
        'no-answer',
        'happened',
        'not-yet',
      ]),
    )
    .option('--note <text>', 'what came of it, only for you')
    .action(async (ids: readonly string[], options: DoneOptions, command: Command) => {
      await run(command, async (app) => (await import('./commands/done.ts')).done(app, ids, options));
    });
  program
    .command('snooze')
    .description('move actions and calls to another day')
    .argument('<ids-and-when...>', 'such as F7 in 2 weeks, or A31 F7 2027-01-15')
    .action(async (args: readonly string[], _options: unknown, command: Command) => {
      await run(command, async (app) => (await import('./commands/snooze.ts')).snooze(app, args));
    });
  program
    .command('drop')
    .description('give up actions and calls, with the reason')
    .argument('<ids...>', 'such as A31 or F7')
    .option('--why <text>', 'why, only for you')
    .action(async (ids: readonly string[], options: DropOptions, command: Command) => {
      await run(command, async (app) => (await import('./commands/drop.ts')).drop(app, ids, options));
    });
}

function addRecords(program: Command, run: Run): void {
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
      await run(command, async (app) => (await import('./commands/list.ts')).list(app, options));
    });
  program
    .command('show')
    .description('everything kept about one deal')
    .argument('<id>', 'such as D12')
    .action(async (id: string, _options: unknown, command: Command) => {
      await run(command, async (app) => (await import('./commands/show.ts')).show(app, id));
    });
}

function addExport(program: Command, run: Run): void {
  program
    .command('export')
    .description('take what is kept to other programs')
    .addOption(
      new Option('--format <format>', 'ics: everything open, for your calendar').choices(['ics']).makeOptionMandatory(),
    )
    .option('--output <file>', 'the file to write, - for standard output', '-')
    .action(async (options: ExportOptions, command: Command) => {
      await run(command, async (app) => (await import('./commands/export.ts')).exportRecords(app, options));
    });
}

function addLearning(program: Command, run: Run): void {
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
      await run(command, async (app) => (await import('./commands/log.ts')).log(app, deal, channel, note, options));
    });
  const lessons = program
    .command('lessons')
    .description('what the deals taught, one sentence each')
    .argument('[words...]', 'only with these words')
    .action(async (words: readonly string[], _options: unknown, command: Command) => {
      await run(command, async (app) => (await import('./commands/lessons.ts')).lessons(app, words));
    });
  lessons
    .command('add')
    .description('give a deal the sentence that it stands for')
    .argument('<deal>', 'such as D12, or a name')
    .argument('<text...>', 'the lesson')
    .action(async (deal: string, words: readonly string[], _options: unknown, command: Command) => {
      await run(command, async (app) => (await import('./commands/lessons.ts')).addLesson(app, deal, words));
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
    .action(async (area: readonly string[], options: FocusOptions, command: Command) => {
      await run(command, async (app) => (await import('./commands/focus.ts')).focus(app, area, options));
    });
}

function addAsking(program: Command, run: Run): void {
  program
    .command('feedback')
    .description('ask the buyer what to improve; date the request, and keep the answer')
    .argument('<deal>', 'such as D12, or a name')
    .addOption(new Option('--mailto', 'print a link that opens the mail').conflicts(['sent', 'reply']))
    .option('--sent [day]', 'it was sent: today, or on the day given')
    .option('--reply <text>', 'what they answered, word for word; - for standard input')
    .option('--reason <code>', 'the reason they gave in it, such as trust-risk')
    .action(async (deal: string, options: FeedbackOptions, command: Command) => {
      await run(command, async (app) => (await import('./commands/feedback.ts')).feedback(app, deal, options));
    });
  program
    .command('brief')
    .description('one neutral page about a deal, for a colleague')
    .argument('<deal>', 'such as D12, or a name')
    .action(async (deal: string, _options: unknown, command: Command) => {
      await run(command, async (app) => (await import('./commands/brief.ts')).brief(app, deal));
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
      await run(command, async (app) => (await import('./commands/opinion.ts')).opinion(app, deal, options));
    });
}

function addPhrases(program: Command, run: Run): void {
  const phrases = program
    .command('phrases')
    .description('language worth stealing: from whom, for which stage, and whether it won')
    .action(async (_options: unknown, command: Command) => {
      await run(command, async (app) => (await import('./commands/phrases.ts')).phrases(app));
    });
  phrases
    .command('add')
    .description('keep a phrase')
    .argument('<text>', 'as it was said, in quotation marks')
    .option('--from <name>', 'who said it')
    .option('--stage <stage>', 'when to say it, such as discovery')
    .action(async (text: string, options: AddPhraseOptions, command: Command) => {
      await run(command, async (app) => (await import('./commands/phrases.ts')).addPhrase(app, text, options));
    });
  phrases
    .command('used')
    .description('note that you used one; the deal tells whether it won')
    .argument('<id>', 'such as P3')
    .requiredOption('--deal <deal>', 'where, such as D12, or a name')
    .option('--on <day>', 'when; today if not given')
    .action(async (id: string, options: UsedPhraseOptions, command: Command) => {
      await run(command, async (app) => (await import('./commands/phrases.ts')).usedPhrase(app, id, options));
    });
}

function gathered(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
