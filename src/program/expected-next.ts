import type { Argument, Command, Option } from 'commander';
import type { Expected, Suggestion, ValueKind } from '../core/completion.ts';

/** What may come next after the words that stand behind the program's name; the last of them is the one begun. */
export function expectedNext(program: Command, typed: readonly string[]): Expected {
  const before = typed.slice(0, -1);
  const { command, operands, waiting } = read(program, before);
  const [, flag, begun = typed.at(-1) ?? ''] = /^(--[a-z-]+)=(.*)$/s.exec(typed.at(-1) ?? '') ?? [];
  const open = flag === undefined ? waiting : optionCalled(flag, command, program);
  if (open) return { begun, words: choicesOf(open.argChoices), values: kindOfOption(open) };
  if (begun.startsWith('-')) return { begun, words: flagsOf(command, program), values: undefined };
  const argument = argumentAt(command, operands);
  return {
    begun,
    words: [...(operands === 0 ? commandsOf(command) : []), ...choicesOf(argument?.argChoices)],
    values: argument && (KINDS[`${command.name()} ${argument.name()}`] ?? kindNamed(argument.name())),
  };
}

/** The value of a flag somewhere among the words, such as the file that `--db` names. */
export function flagValue(typed: readonly string[], flag: string): string | undefined {
  const place = typed.findLastIndex((word) => word === flag || word.startsWith(`${flag}=`));
  const word = typed[place];
  return word === flag ? typed[place + 1] : word?.slice(flag.length + 1);
}

/** Where a line has come to: at which command, after how many operands, and before the value of which flag. */
interface Place {
  readonly command: Command;
  readonly operands: number;
  readonly waiting: Option | undefined;
}

function read(program: Command, words: readonly string[]): Place {
  let place: Place = { command: program, operands: 0, waiting: undefined };
  for (const word of words) place = after(place, word, program);
  return place;
}

function after({ command, operands, waiting }: Place, word: string, program: Command): Place {
  if (waiting) return { command, operands, waiting: undefined };
  if (word.startsWith('-') && word !== '-') {
    const option = word.includes('=') ? undefined : optionCalled(word, command, program);
    return { command, operands, waiting: option?.required ? option : undefined };
  }
  const within = operands === 0 ? command.commands.find((each) => each.name() === word) : undefined;
  return within
    ? { command: within, operands: 0, waiting: undefined }
    : { command, operands: operands + 1, waiting: undefined };
}

function optionCalled(word: string, command: Command, program: Command): Option | undefined {
  return [...command.options, ...program.options].find((option) => option.long === word || option.short === word);
}

function argumentAt({ registeredArguments }: Command, operands: number): Argument | undefined {
  const last = registeredArguments.at(-1);
  return registeredArguments[operands] ?? (last?.variadic ? last : undefined);
}

function commandsOf(command: Command): readonly Suggestion[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .map((each) => ({ value: each.name(), note: each.description() }));
}

function flagsOf(command: Command, program: Command): readonly Suggestion[] {
  const own = command.createHelp().visibleOptions(command);
  const everywhere = command === program ? [] : program.options;
  return [...own, ...everywhere].map(({ long, short, description }) => ({
    value: long ?? short ?? '',
    note: description,
  }));
}

function choicesOf(choices: readonly string[] | undefined): readonly Suggestion[] {
  return (choices ?? []).map((value) => ({ value, note: '' }));
}

/** A flag says by its name what it takes, or else by the name of its value. */
function kindOfOption({ long, flags }: Option): ValueKind | undefined {
  const [, name = ''] = /[<[]([^>\]]+)[>\]]/.exec(flags) ?? [];
  return FLAG_KINDS[long ?? ''] ?? kindNamed(name);
}

const FLAG_KINDS: Readonly<Record<string, ValueKind>> = { '--reason': 'reason', '--outcome': 'outcome' };

function kindNamed(name: string): ValueKind | undefined {
  return KINDS[name];
}

/** What is meant by the words that commands have for their arguments; where a command means something else by one, it stands before it. */
const KINDS: Readonly<Record<string, ValueKind>> = {
  area: 'area',
  channel: 'channel',
  deal: 'deal',
  draft: 'draft',
  field: 'field',
  figure: 'figure',
  file: 'file',
  framework: 'framework',
  'id=value': 'answer',
  id: 'deal',
  ids: 'item',
  'ids-and-when': 'item',
  'new deal': 'waiting',
  path: 'file',
  phrase: 'phrase',
  setting: 'setting',
  stage: 'stage',
};
