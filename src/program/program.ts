import type { Command } from 'commander';
import type { App } from '../app.ts';
import { cleanText } from '../core/text/clean-text.ts';
import { addAskingCommands } from './asking-commands.ts';
import { addDebriefCommands } from './debrief-commands.ts';
import { addExchangeCommands } from './exchange-commands.ts';
import { addFrameworkCommands } from './framework-commands.ts';
import { addFollowThroughCommands } from './follow-through-commands.ts';
import { addKeepingCommands } from './keeping-commands.ts';
import { addLearningCommands } from './learning-commands.ts';
import { HELP_COLUMNS } from './help-texts.ts';
import { addRecordCommands } from './record-commands.ts';
import { addReportCommands } from './report-commands.ts';
import type { Run } from './run.ts';
import { addSettingsCommands } from './settings-commands.ts';
import { addShellCommands } from './shell-commands.ts';
import { WordedCommand } from './worded-command.ts';

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
  /** False with `--no-pager`. */
  readonly pager?: boolean;
}

type OpenApp = (flags: Flags) => App | Promise<App>;

/**
 * The program and all its commands. A command here is only its words; its code is loaded when it runs, so help is instant.
 * To add one: a chain in the file of its group beside this one, and its file in `commands/`.
 */
export function createProgram(open: OpenApp, onExitCode: (code: number) => void, version = ''): Command {
  const run: Run = async (command, work) => {
    const code = await work(await open(command.optsWithGlobals<Flags>()));
    if (typeof code === 'number') onExitCode(code);
  };
  const program = base(version);
  addDebriefCommands(program, run);
  addFollowThroughCommands(program, run);
  addReportCommands(program, run);
  addRecordCommands(program, run);
  addLearningCommands(program, run);
  addAskingCommands(program, run);
  addExchangeCommands(program, run);
  addKeepingCommands(program, run);
  addFrameworkCommands(program, run);
  addSettingsCommands(program, run);
  addShellCommands(program, run);
  program.allowExcessArguments().action(async (_options, command: Command) => {
    if (command.args.length > 0) program.unknownCommand();
    await run(command, async (app) =>
      (await import('../commands/overview.ts')).overview(app, command.helpInformation()),
    );
  });
  return program;
}

function base(version: string): WordedCommand {
  return (
    new WordedCommand('lossdebrief')
      .description('Two minutes after a lost deal: own it, learn one thing, leave with a dated list of what to do.')
      .version(version, '--version', 'print the version')
      .helpOption('-h, --help', 'print help')
      .helpCommand('help [command]', 'print help for a command')
      .exitOverride()
      // What was typed comes back in these texts, and may hold anything.
      .configureOutput({
        writeOut: (text) => process.stdout.write(cleanText(text, 'keep')),
        writeErr: (text) => process.stderr.write(cleanText(text, 'keep')),
        getOutHelpWidth: () => Math.min(process.stdout.columns ?? HELP_COLUMNS, HELP_COLUMNS),
        getErrHelpWidth: () => Math.min(process.stderr.columns ?? HELP_COLUMNS, HELP_COLUMNS),
      })
      .configureHelp({ showGlobalOptions: true, sortSubcommands: false, minWidthToWrap: 16 })
      .option('--db <path>', 'the file to use (or LOSSDEBRIEF_DB)')
      .option('--today <day>', 'take this day for today, as YYYY-MM-DD (or LOSSDEBRIEF_TODAY)')
      .option('--json', 'print JSON')
      .option('--plain', 'plain ASCII characters only')
      .option('--no-color', 'no colour (or NO_COLOR)')
      .option('--accessible', 'plain lines and numbered choices, for screen readers (or ACCESSIBLE=1)')
      .option('--no-input', 'never ask; fail where an answer is missing')
      .option('--no-pager', 'print what is longer than the window all at once')
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
