import {
  isSettingName,
  knownSetting,
  SETTING_NAMES,
  type SettingName,
  type SettingValue,
  type SettingValues,
  variableOf,
} from './known-settings.ts';
import { idFor } from './named.ts';
import { nearWord } from '../text/near-word.ts';
import { quotedValue } from '../text/quoted-value.ts';
import { listed } from '../text/sentence.ts';
import { UserError } from '../user-error.ts';

/** Where the value of a setting comes from; the currency may come with the deals, which keep the first one that was named. */
export type Origin =
  | { readonly from: 'default' }
  | { readonly from: 'file'; readonly line: number }
  | { readonly from: 'environment'; readonly variable: string }
  | { readonly from: 'flag'; readonly flag: string }
  | { readonly from: 'deals' };

/** A setting with its value, undefined where it has none, and where that comes from. */
export interface SetValue {
  readonly name: SettingName;
  readonly value: SettingValue | undefined;
  readonly origin: Origin;
}

/** One entry of the config file, as it stands there. */
export interface ConfigEntry {
  readonly name: string;
  readonly value: unknown;
  readonly line: number;
}

/** Everything that sets something. */
export interface Layers {
  /** The path of the config file, for messages. */
  readonly path: string;
  readonly entries: readonly ConfigEntry[];
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** What flags say, by the name of the setting. */
  readonly flags: Readonly<Partial<Record<SettingName, string>>>;
}

/**
 * What every setting comes to: a flag wins over a variable, that over the file, and that over the default. An empty variable
 * and an empty entry count as unset. Throws one `UserError` for all that is wrong in the file and the variables, with places.
 */
export function setValues(layers: Layers): readonly SetValue[] {
  const faults = faultsIn(layers);
  if (faults.length > 0) throw refusal(faults);
  return SETTING_NAMES.map((name) => setValue(name, layers));
}

/**
 * Throws `UserError` for what was right before a setting was changed and is wrong after it. What was wrong before can be mended
 * one by one.
 */
export function refuseNewFaults(changed: SettingName, before: Layers, after: Layers): void {
  const known = new Set(faultsIn(before).map(({ name }) => name));
  const faults = faultsIn(after, changed).filter(({ name }) => !known.has(name));
  if (faults.length === 0) return;
  const { message, hint } = refusal(faults);
  throw new UserError(`${message} Nothing was changed.`, hint);
}

/** Reads what is to be set. Throws `UserError` with what is allowed. */
export function readValue(name: SettingName, value: unknown): SettingValue {
  const read = knownSetting(name).check(value);
  if ('problem' in read)
    throw new UserError(problemOf(name, value, read.problem), `Write it like this: ${setCommand(name)}`);
  return read.value;
}

/** The name of a setting that somebody typed. Throws `UserError` that says which was probably meant. */
export function readName(typed: string): SettingName {
  const name = typed.trim().toLowerCase();
  if (isSettingName(name)) return name;
  throw new UserError(unknownName(typed), 'See them all: lossdebrief config list');
}

/** The values alone, by name. */
export function valuesOf(found: readonly SetValue[]): SettingValues {
  return Object.fromEntries(
    found.flatMap(({ name, value, origin }) => (origin.from === 'default' ? [] : [[name, value]])),
  );
}

/** The values of a setting, one by one: of a list all, of another its one, or none. */
export function valuesIn({ value }: SetValue): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [String(value)];
}

/** An example of setting something, ready to paste. */
export function setCommand(name: SettingName): string {
  const words = knownSetting(name).example.map((word) => (/^[\w:./~-]+$/.test(word) ? word : JSON.stringify(word)));
  return `lossdebrief config set ${[name, ...words].join(' ')}`;
}

interface Fault {
  readonly name: string;
  readonly problem: string;
  readonly fix: string;
}

/** All that is wrong; `changed` is the setting that has just been given its value, if one has. */
function faultsIn(layers: Layers, changed?: SettingName): readonly Fault[] {
  return [
    ...layers.entries.flatMap((entry) => faultsOf(entry, layers)),
    ...variableFaults(layers),
    ...strayDemoStage(layers, changed),
  ];
}

function refusal(faults: readonly Fault[]): UserError {
  return new UserError(faults.map(({ problem }) => problem).join('\n'), faults[0]?.fix);
}

function faultsOf({ name, value, line }: ConfigEntry, { path }: Layers): readonly Fault[] {
  const place = `${path}:${line}: `;
  if (!isSettingName(name)) {
    return [{ name, problem: `${place}${unknownName(name)}`, fix: 'Mend that line, or take it out.' }];
  }
  if (isEmpty(value)) return [];
  const read = knownSetting(name).check(value);
  if (!('problem' in read)) return [];
  return [
    {
      name,
      problem: `${place}${problemOf(name, value, read.problem)}`,
      fix: `Mend that line, or: ${setCommand(name)}`,
    },
  ];
}

function variableFaults({ variables, flags }: Layers): readonly Fault[] {
  return SETTING_NAMES.flatMap((name) => {
    const variable = variableOf(name);
    const value = variable === undefined ? undefined : variables[variable] || undefined;
    // The file of the deals may be named by a relative path there, as after --db.
    if (variable === undefined || value === undefined || name === 'db' || flags[name] !== undefined) return [];
    const read = knownSetting(name).check(value);
    return 'problem' in read
      ? [
          {
            name: variable,
            problem: problemOf(variable, value, read.problem, name),
            fix: `Change it, or: unset ${variable}`,
          },
        ]
      : [];
  });
}

function problemOf(said: string, value: unknown, problem: string, name: string = said): string {
  const { allowed } = knownSetting(name as SettingName);
  const wrong = problem === '' ? `${said} is ${quotedValue(value)}` : `${said} cannot be used: ${problem}`;
  return `${wrong}. Allowed: ${allowed}.`;
}

function unknownName(typed: string): string {
  const near = nearWord(typed, SETTING_NAMES);
  const known = near === undefined ? `Settings are ${listed(SETTING_NAMES)}.` : `Did you mean ${near}?`;
  return `${quotedValue(typed)} is not a setting. ${known}`;
}

function setValue(name: SettingName, { entries, variables, flags }: Layers): SetValue {
  const flag = flags[name];
  if (flag !== undefined) return { name, value: flag, origin: { from: 'flag', flag: `--${name}` } };
  const variable = variableOf(name);
  const set = variable === undefined ? undefined : variables[variable] || undefined;
  if (variable !== undefined && set !== undefined) {
    return {
      name,
      value: name === 'db' ? set : checked(name, set),
      origin: { from: 'environment', variable },
    };
  }
  const entry = entries.find((each) => each.name === name && !isEmpty(each.value));
  if (entry) return { name, value: checked(name, entry.value), origin: { from: 'file', line: entry.line } };
  return { name, value: knownSetting(name).default, origin: { from: 'default' } };
}

/** The value in its own form; that it can be read has been seen before. */
function checked(name: SettingName, value: unknown): SettingValue | undefined {
  const read = knownSetting(name).check(value);
  return 'problem' in read ? undefined : read.value;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/**
 * A stage that was chosen and is not among the stages would mark none. Where nothing was chosen there need not be one, and stages
 * that cannot be read are said to be wrong themselves.
 */
function strayDemoStage(layers: Layers, changed: SettingName | undefined): readonly Fault[] {
  const { value, origin } = setValue('demo-stage', layers);
  const stages = setValue('stages', layers).value;
  if (typeof value !== 'string' || typeof stages !== 'object' || origin.from === 'default') return [];
  if (stages.map(idFor).includes(idFor(value))) return [];
  const name = 'demo-stage';
  const problem = `is ${quotedValue(value)}. Allowed: one of your stages, ${listed(stages, 'or')}.`;
  if (origin.from === 'environment') {
    const { variable } = origin;
    return [{ name, problem: `${variable} ${problem}`, fix: `Change it, or: unset ${variable}` }];
  }
  if (changed === name)
    return [{ name, problem: `${name} ${problem}`, fix: 'To see them all: lossdebrief config list' }];
  const place = origin.from === 'file' ? `${layers.path}:${origin.line}: ` : '';
  const takeOut = `${changed === undefined ? 'Mend it, or take it out' : 'Take it out first'}: lossdebrief config unset ${name}`;
  return [{ name, problem: `${place}${name} ${problem}`, fix: takeOut }];
}
