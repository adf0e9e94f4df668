import { Command, Option } from 'commander';
import type { App } from './app.ts';
import type { DoneOptions } from './commands/done.ts';
import type { DropOptions } from './commands/drop.ts';
import type { DueOptions } from './commands/due.ts';
import type { ListOptions } from './commands/list.ts';
import type { NewOptions } from './commands/new.ts';
import { VERSION } from './version.ts';

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
}

type OpenApp = (flags: Flags) => App | Promise<App>;
type Run = (command: Command, work: (app: App) => Promise<number | void>) => Promise<void>;

/**
 * The program and all its commands. A command here is only its words; its code is loaded when it runs, so help is instant.
 * To add one: a chain below, and its file in `commands/`.
 */
export function createProgram(open: OpenApp, onExitCode: (code: number) => void): Command {
  const run: Run = async (command, work) => {
    const code = await work(await open(command.optsWithGlobals<Flags>()));
    if (typeof code === 'number') onExitCode(code);
  };
  const program = base();
  addNew(program, run);
  addFollowThrough(program, run);
  addRecords(program, run);
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

function base(): Command {
  return new Command('lossdebrief')
    .description('Two minutes after a lost deal: own it, learn one thing, leave with a dated list of what to do.')
    .version(VERSION, '--version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('try:   lossdebrief --help')
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false })
    .option('--db <path>', 'the file to use (or LOSSDEBRIEF_DB)')
    .option('--today <day>', 'take this day for today, as YYYY-MM-DD (or LOSSDEBRIEF_TODAY)')
    .option('--json', 'print JSON')
    .option('--plain', 'plain ASCII characters only')
    .option('--no-color', 'no colour (or NO_COLOR)')
    .option('--accessible', 'plain lines and numbered choices, for screen readers (or ACCESSIBLE=1)')
    .option('--no-input', 'never ask; fail where an answer is missing')
    .option('--quiet', 'say nothing besides the result')
    .addHelpText('after', EXAMPLES);
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
    .option('--all', 'every line, instead of five of each kind')
    .option('-i, --interactive', 'go through it one by one')
    .option('--check', 'exit with 10 if anything is due today or late')
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

function gathered(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
