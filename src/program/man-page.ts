import type { Argument, Command, Option } from 'commander';
import { fullName } from './full-name.ts';

/** The manual page of the program, in roff, from the same words as `--help`. */
export function manPage(program: Command, version: string): string {
  const name = program.name();
  return [
    `.TH ${name.toUpperCase()} 1 "" "${name} ${version}" "User Commands"`,
    ...section('NAME', [`${roff(name)} \\- ${roff(firstSentence(program.description()))}`]),
    ...section('SYNOPSIS', [`.B ${roff(name)}`, '[\\fIcommand\\fR] [\\fIoptions\\fR]']),
    ...section('DESCRIPTION', paragraphs(DESCRIPTION)),
    ...section('COMMANDS', commandsOf(program).flatMap(commandLines)),
    ...section('OPTIONS', [
      'These work with every command, before or after it.',
      ...optionsOf(program).flatMap(optionLines),
    ]),
    ...section(
      'ENVIRONMENT',
      ENVIRONMENT.flatMap(([variable, says]) => entry(`\\fB${roff(variable)}\\fR`, says)),
    ),
    ...section(
      'FILES',
      FILES.flatMap(([file, says]) => entry(`\\fI${roff(file)}\\fR`, says)),
    ),
    ...section(
      'EXIT STATUS',
      EXIT_STATUS.flatMap(([code, says]) => entry(`\\fB${roff(code)}\\fR`, says)),
    ),
    '',
  ].join('\n');
}

const DESCRIPTION = [
  'A debrief takes two minutes: questions about the deal, and at the end a dated list of what to do, first the next call and last the day to knock on that door again. Every answer is on the disk before the next question shows.',
  'Everything is kept in one SQLite file on this machine. Nothing is sent anywhere.',
];

const ENVIRONMENT: readonly Words[] = [
  ['LOSSDEBRIEF_DB', 'The file to use, as with --db.'],
  ['LOSSDEBRIEF_TODAY', 'The day to take for today, as with --today.'],
  ['ACCESSIBLE', 'With any value but 0: plain lines and numbered choices, nothing redrawn, and no colours.'],
  ['NO_COLOR, FORCE_COLOR, CLICOLOR', 'Whether there is colour.'],
  ['VISUAL, EDITOR', 'The editor that Ctrl-G opens for a long answer.'],
  ['DEBUG', 'With lossdebrief in it, an error shows its stack as well, and nothing that was answered.'],
  ['PAGER', 'What shows a text that is longer than the window; less if it is not set, and none on Windows.'],
];

const FILES: readonly Words[] = [
  [
    '~/.local/share/lossdebrief/lossdebrief.db',
    'The records, under XDG_DATA_HOME if that is set. Readable by you alone.',
  ],
  ['~/.local/share/lossdebrief/backups/', 'A copy before the first change of each day.'],
  ['~/.config/lossdebrief/config.yaml', 'Your settings, under XDG_CONFIG_HOME if that is set.'],
];

const EXIT_STATUS: readonly Words[] = [
  ['0', 'Done; an empty list too.'],
  ['1', 'A bug. The lines to report are on standard error.'],
  ['2', 'Wrong usage: a wrong command, answer, setting or framework.'],
  ['3', 'There is no such id.'],
  ['4', 'The input file was refused, and nothing was written.'],
  ['5', 'Some rows were refused; the rest is in.'],
  ['6', 'The database: damaged, not ours, newer, read-only, or the disk is full.'],
  ['7', 'Another lossdebrief is saving.'],
  ['8', 'The output could not be written.'],
  ['10', 'With due --check: something is due.'],
  ['130', 'Paused; the draft is kept. 129 and 143 after a hang-up and a termination, likewise.'],
];

type Words = readonly [name: string, says: string];

function commandsOf(command: Command): readonly Command[] {
  const visible = command.createHelp().visibleCommands(command);
  return visible.flatMap((each) => [each, ...commandsOf(each)]);
}

function commandLines(command: Command): readonly string[] {
  return [
    '.SS',
    [roff(fullName(command)), ...command.registeredArguments.map(argumentWords)].join(' '),
    roff(sentence(command.description())),
    ...command.registeredArguments.flatMap((argument) =>
      entry(`\\fI${roff(argument.name())}\\fR`, argument.description),
    ),
    ...optionsOf(command)
      .filter(({ long }) => long !== '--help')
      .flatMap(optionLines),
  ];
}

function argumentWords(argument: Argument): string {
  const word = `\\fI${roff(argument.name())}\\fR${argument.variadic ? '...' : ''}`;
  return argument.required ? word : `[${word}]`;
}

function optionsOf(command: Command): readonly Option[] {
  return command.createHelp().visibleOptions(command);
}

function optionLines({ flags, description, argChoices = [] }: Option): readonly string[] {
  const choices = argChoices.length === 0 ? '' : ` One of: ${argChoices.join(', ')}.`;
  return entry(`\\fB${roff(flags)}\\fR`, `${sentence(description)}${choices}`);
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return [`.SH ${title}`, ...lines];
}

function entry(term: string, says: string): readonly string[] {
  return ['.TP', term, roff(sentence(says))];
}

function paragraphs(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text, index) => [...(index === 0 ? [] : ['.PP']), roff(text)]);
}

function firstSentence(text: string): string {
  return text.replace(/\.$/, '');
}

/** Help says it in passing; a page says it in sentences. */
function sentence(text: string): string {
  const begun = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return /[.?…]$/.test(begun) ? begun : `${begun}.`;
}

/** Text as roff prints it and never takes it for a request. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/, '\\&');
}
