import type { Read } from '../answers.ts';
import {
  clockTime,
  currencyCode,
  distinctNames,
  frameworkIds,
  languageTag,
  months,
  oneName,
  oneOf,
  textLines,
  wholePath,
} from './setting-checks.ts';

/** What a setting may be set to. */
export type SettingValue = string | number | readonly string[];

/** A setting as the config file and the command line know it. */
export interface KnownSetting<
  Value extends SettingValue = SettingValue,
  Default extends Value | undefined = Value | undefined,
> {
  /** A list takes several values. */
  readonly type: 'text' | 'number' | 'list';
  /** What holds where it is not set; undefined if nothing does. */
  readonly default: Default;
  /** What it is for, in a line of help. */
  readonly help: string;
  /** What may be set, for messages. */
  readonly allowed: string;
  /** Values as they may be typed. */
  readonly example: readonly string[];
  /** Reads a value from the file, a variable or the command line; an empty problem is answered with `allowed`. */
  readonly check: (value: unknown) => Read<Value>;
}

/**
 * Every setting, by the name it has in `config.yaml` and after `config set`. A new one is an entry here and a field in
 * `settings.ts`; the file, the variables, the command and its help then know it.
 */
export const KNOWN_SETTINGS = {
  currency: text({
    default: undefined,
    help: 'for amounts without one, such as EUR',
    allowed: 'the three letters of a currency in use, such as EUR or USD',
    example: 'EUR',
    check: currencyCode,
  }),
  stages: list({
    default: ['lead', 'qualified', 'discovery', 'demo', 'evaluation', 'proposal', 'negotiation', 'contract'],
    help: 'the stages of your sale, in order',
    allowed: 'up to 20 names, each once',
    example: ['lead', 'discovery', 'demo', 'contract'],
    check: distinctNames,
  }),
  'demo-stage': text({
    default: 'demo',
    help: 'the stage before which the first questions belong',
    allowed: 'one of your stages',
    example: 'demo',
    check: oneName,
  }),
  'call-time': text({
    default: '09:00',
    help: 'when planned calls ring, such as 09:00',
    allowed: 'a time of the day, such as 09:00 or 16:30',
    example: '09:00',
    check: clockTime,
  }),
  channel: text({
    default: 'phone',
    help: 'how you get back: phone, email, message, video or meeting',
    allowed: 'phone, email, message, video or meeting',
    example: 'phone',
    check: oneOf(['phone', 'email', 'message', 'video', 'meeting']),
  }),
  'contract-lead': number({
    default: 3,
    help: 'how many months before the end of a contract to call, 1 to 12',
    allowed: 'a whole number of months from 1 to 12',
    example: '3',
    check: months,
  }),
  'process-steps': list({
    default: undefined,
    help: 'the steps of your own process, in order',
    allowed: 'up to 20 names, each once',
    example: ['agenda sent', 'decision map drawn'],
    check: distinctNames,
  }),
  'ideal-customer': list({
    default: undefined,
    help: 'what a customer has who fits you',
    allowed: 'up to 20 names, each once',
    example: ['has a deadline', '50 to 500 people'],
    check: distinctNames,
  }),
  'non-negotiables': list({
    default: undefined,
    help: 'the terms you never give up',
    allowed: 'up to 20 names, each once',
    example: ['payment within 30 days'],
    check: distinctNames,
  }),
  'red-flags': list({
    default: undefined,
    help: 'your own signs of trouble, beside the six that are asked',
    allowed: 'up to 20 names, each once',
    example: ['no budget holder in sight'],
    check: distinctNames,
  }),
  resources: list({
    default: undefined,
    help: 'books, courses and videos you mean to learn from',
    allowed: 'up to 100 titles',
    example: ['SPIN Selling, chapter 4'],
    check: textLines,
  }),
  framework: text({
    default: undefined,
    help: 'what is asked beside ours or in its place: lossdebrief frameworks',
    allowed: 'the id of a framework, such as bant or one of your own, or several with commas between',
    example: 'bant',
    check: frameworkIds,
  }),
  language: text({
    default: undefined,
    help: 'of the questions; goes by your locale if not set',
    allowed: 'en, de or es, with a region if you like, as in de-AT',
    example: 'en',
    check: languageTag,
  }),
  db: text({
    default: undefined,
    help: 'the file of your deals, if not in the usual place',
    allowed: 'a whole path, such as /home/you/deals.db or ~/deals.db',
    example: '~/deals.db',
    check: wholePath,
  }),
} as const;

export type SettingName = keyof typeof KNOWN_SETTINGS;

/** Values by the name of their setting; what is missing is not set. */
export type SettingValues = {
  readonly [Name in SettingName]?: (typeof KNOWN_SETTINGS)[Name] extends KnownSetting<infer Value> ? Value : never;
};

/** The names in the order in which `config list` has them. */
export const SETTING_NAMES = Object.keys(KNOWN_SETTINGS) as readonly SettingName[];

/** A setting without the types of its own, for code that treats all alike. */
export function knownSetting(name: SettingName): KnownSetting {
  return KNOWN_SETTINGS[name];
}

/** Whether a word is the name of a setting, to the letter. */
export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(KNOWN_SETTINGS, name);
}

/** The environment variable that a setting answers to. Names of a list may hold any sign, so lists stay in the file. */
export function variableOf(name: SettingName): string | undefined {
  return knownSetting(name).type === 'list' ? undefined : `LOSSDEBRIEF_${name.toUpperCase().replaceAll('-', '_')}`;
}

type Declared<Value extends SettingValue, Default extends Value | undefined, Example> = Pick<
  KnownSetting<Value, Default>,
  'default' | 'help' | 'allowed' | 'check'
> & { readonly example: Example };

function text<Default extends string | undefined>(
  declared: Declared<string, Default, string>,
): KnownSetting<string, Default> {
  return { ...declared, type: 'text', example: [declared.example] };
}

function number<Default extends number | undefined>(
  declared: Declared<number, Default, string>,
): KnownSetting<number, Default> {
  return { ...declared, type: 'number', example: [declared.example] };
}

function list<Default extends readonly string[] | undefined>(
  declared: Declared<readonly string[], Default, readonly string[]>,
): KnownSetting<readonly string[], Default> {
  return { ...declared, type: 'list' };
}
