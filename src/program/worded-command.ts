import { type Argument, Command, InvalidArgumentError, type Option } from 'commander';
import { nearWord } from '../core/text/near-word.ts';
import { listed } from '../core/text/sentence.ts';
import { UserError } from '../core/user-error.ts';
import { fullName } from './full-name.ts';

/**
 * A command of commander that says in our words what is wrong with a line: what, where, what to do now. The names of these
 * moments are commander's, which has them in its code and not in its types; a test walks through all of them. What was
 * typed is repeated only where it cannot be private.
 */
export class WordedCommand extends Command {
  override createCommand(name?: string): WordedCommand {
    return new WordedCommand(name);
  }

  unknownCommand(): never {
    throw noSuchCommand(this, this.args[0] ?? '');
  }

  unknownOption(typed: string): never {
    throw noSuchFlag(this, typed);
  }

  missingArgument(name: string): never {
    const argument = this.registeredArguments.find((each) => each.name() === name);
    throw incomplete(this, `the ${name.replaceAll('-', ' ')}`, argument);
  }

  missingMandatoryOptionValue(option: Option): never {
    throw incomplete(this, flagOf(option), option);
  }

  optionMissingArgument(option: Option): never {
    throw new UserError(`After ${flagOf(option)} something is missing.`, seeHelpOf(this));
  }

  _conflictingOption(one: Option, other: Option): never {
    throw new UserError(`${flagOf(one)} and ${flagOf(other)} do not go together.`, 'Leave one of them out.');
  }

  _excessArguments(given: readonly string[]): never {
    throw this.commands.length > 0 ? noSuchCommand(this, given[0] ?? '') : tooMuch(this, given);
  }

  /** Commander would print the help of the program for a command that there is not. */
  _dispatchHelpCommand(name: string | undefined): never {
    if (name === undefined) this.help();
    const found = this.commands.find((each) => each.name() === name);
    if (!found) throw noSuchCommand(this, name);
    return found.help();
  }

  /** Reads a value; one that is not among the choices is refused with them. */
  _callParseArg(target: Argument | Option, value: string, before: unknown): unknown {
    try {
      return (target.parseArg as (value: string, before: unknown) => unknown)(value, before);
    } catch (error) {
      if (!(error instanceof InvalidArgumentError)) throw error;
      throw notKnown(target, value, error.message);
    }
  }
}

function noSuchCommand(command: Command, typed: string): UserError {
  const above = command.parent ? `${fullName(command)} ` : '';
  const known = command.createHelp().visibleCommands(command);
  const near = nearWord(
    typed,
    known.map((each) => each.name()),
  );
  const name = WORD.test(typed) ? `${above}${typed}` : 'of that name';
  return new UserError(
    `There is no command ${name}.${near === undefined ? '' : ` Did you mean ${above}${near}?`}`,
    `See them all: ${helpOf(command)}`,
  );
}

/** As names of commands and flags are; anything else may be a text that strayed there. */
const WORD = /^-{0,2}[a-z][\w-]{0,30}$/i;

function noSuchFlag(command: Command, typed: string): UserError {
  const [flag = ''] = typed.split('=');
  const name = command.parent ? fullName(command) : 'lossdebrief';
  if (!WORD.test(flag))
    return new UserError('A text that begins with - is taken for a flag.', 'Write -- and a space before it.');
  const near = nearWord(
    flag,
    flagsOf(command).map((option) => flagOf(option)),
  );
  return new UserError(
    `${name} has no flag ${flag}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
    seeHelpOf(command),
  );
}

function incomplete(command: Command, name: string, what: Argument | Option | undefined): UserError {
  const { argChoices = [], description = '' } = what ?? {};
  const said = argChoices.length > 0 ? listed(argChoices, 'or') : description;
  const more = said.startsWith('such as') ? `, ${said}` : ` (${said})`;
  return new UserError(`${fullName(command)} needs one thing more: ${name}${more}.`, seeHelpOf(command));
}

function tooMuch(command: Command, given: readonly string[]): UserError {
  const name = fullName(command);
  const most = command.registeredArguments.length;
  if (most > 0) {
    const takes = most === 1 ? 'one thing' : `${most} things`;
    return new UserError(
      `${name} takes ${takes}, and ${given.length} were given.`,
      `Put what has several words in quotes. ${seeHelpOf(command)}`,
    );
  }
  const meant = given.map((word) => flagMeant(command, word)).find((flag) => flag !== undefined);
  return new UserError(
    `${name} takes nothing but flags.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
    seeHelpOf(command),
  );
}

/** `--format csv` for `csv`, `--all` for `all`. */
function flagMeant(command: Command, word: string): string | undefined {
  const choosing = command.options.find(({ argChoices }) => argChoices?.includes(word));
  if (choosing) return `${flagOf(choosing)} ${word}`;
  return nearWord(
    word,
    command.options.map((option) => flagOf(option)),
  );
}

function notKnown(target: Argument | Option, value: string, why: string): UserError {
  const name = 'flags' in target ? flagOf(target) : `The ${target.name()}`;
  const { argChoices = [] } = target;
  const given = value.length <= LONGEST ? `${name} ${value}` : `What stands after ${name}`;
  if (argChoices.length === 0) return new UserError(`${given} ${why}`, `Write it as ${name} 5`);
  return new UserError(`${given} is not known.`, `Use one of: ${argChoices.join(', ')}`);
}

/** A longer value is no code, and may be a text that strayed there. */
const LONGEST = 40;

/** Those of the command, and those that work everywhere. */
function flagsOf(command: Command): readonly Option[] {
  const above = command.parent ? flagsOf(command.parent) : [];
  return [...command.createHelp().visibleOptions(command), ...above];
}

function flagOf({ long, short }: Option): string {
  return long ?? short ?? '';
}

function seeHelpOf(command: Command): string {
  return `See what it takes: ${helpOf(command)}`;
}

function helpOf(command: Command): string {
  return command.parent ? `lossdebrief ${fullName(command)} --help` : 'lossdebrief --help';
}
