import { type Day, dayOf, isoDay, isUsable } from './core/days/day.ts';
import { UserError } from './core/user-error.ts';
import type { Flags } from './program/program.ts';
import { colourLevel, type ColourLevel } from './terminal/colour-level.ts';

/** What the flags, the environment variables and the streams come to, decided once per run. A flag wins over a variable, and an empty variable counts as unset. */
export interface Environment {
  /** Undefined: the file in the platform's data folder. */
  readonly db: string | undefined;
  /** The file that a flag names, which the next command does not know. */
  readonly namedFile: string | undefined;
  readonly today: Day;
  readonly json: boolean;
  readonly quiet: boolean;
  /** Whether a file that is there may be written over. */
  readonly force: boolean;
  readonly ascii: boolean;
  /** What the system speaks, such as `de_AT.UTF-8`. */
  readonly locale: string | undefined;
  readonly accessible: boolean;
  readonly canAsk: boolean;
  /** Whether somebody watches, and lines may be drawn over. */
  readonly showsProgress: boolean;
  readonly stdoutIsTTY: boolean;
  /** The command that shows what is longer than the window; undefined where it is to be printed all the same. */
  readonly pager: string | undefined;
  readonly stdoutColours: ColourLevel;
  readonly stderrColours: ColourLevel;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** What of the running process counts. */
interface Running {
  readonly stdin: { readonly isTTY?: boolean };
  readonly stdout: { readonly isTTY?: boolean };
  readonly stderr: { readonly isTTY?: boolean };
  readonly platform: NodeJS.Platform;
}

/**
 * Works it out once, from what is handed in. Throws `UserError` 2 for a day that is none, and for a clock that cannot be counted
 * from.
 */
export function readEnvironment(flags: Flags, variables: Variables, running: Running): Environment {
  const { stdin, stdout, stderr, platform } = running;
  const set = (name: string): string | undefined => variables[name] || undefined;
  const accessible = flags.accessible ?? (set('ACCESSIBLE') ?? '0') !== '0';
  // Some screen readers and braille displays read out the codes of colours.
  const isPlain = accessible || !flags.color;
  return {
    db: flags.db ?? set('LOSSDEBRIEF_DB'),
    namedFile: flags.db,
    today: readToday(flags.today ?? set('LOSSDEBRIEF_TODAY')),
    json: flags.json ?? false,
    quiet: flags.quiet ?? false,
    force: flags.force ?? false,
    locale: set('LC_ALL') ?? set('LC_MESSAGES') ?? set('LANG'),
    ascii: flags.plain ?? !speaksUnicode(set('LC_ALL') ?? set('LC_CTYPE') ?? set('LANG')),
    accessible,
    canAsk: flags.input && stdin.isTTY === true && stderr.isTTY === true,
    showsProgress: stderr.isTTY === true && flags.quiet !== true && !accessible,
    stdoutIsTTY: stdout.isTTY === true,
    pager: flags.pager === false || accessible || !stdout.isTTY ? undefined : (set('PAGER') ?? usualPager(platform)),
    stdoutColours: colourLevel(variables, stdout.isTTY === true, isPlain),
    stderrColours: colourLevel(variables, stderr.isTTY === true, isPlain),
  };
}

/** Windows has none that keeps every letter of a text as it is. */
function usualPager(platform: NodeJS.Platform): string | undefined {
  return platform === 'win32' ? undefined : 'less';
}

function readToday(given: string | undefined): Day {
  if (given === undefined) return localToday();
  const day = isoDay(given);
  if (!day || !isUsable(day))
    throw new UserError(`The day ${given} given for today is not a day.`, 'Write it as --today 2026-11-20');
  return day;
}

function localToday(): Day {
  const now = new Date();
  const day = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (!day || !isUsable(day))
    throw new UserError(
      `The clock of this machine shows the year ${now.getFullYear()}, which cannot be right.`,
      'Set the clock, or say which day it is: --today 2026-11-20',
    );
  return day;
}

/** A locale that is named and is not UTF-8 gets plain characters; where none is named, terminals are UTF-8 nowadays. */
function speaksUnicode(locale: string | undefined): boolean {
  return locale === undefined || /utf-?8/i.test(locale);
}
