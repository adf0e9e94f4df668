import type { App } from '../app.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import { line, quiet, whole } from '../core/page.ts';
import { knownSetting, type SettingName, type SettingValue } from '../core/settings/known-settings.ts';
import {
  type Origin,
  readName,
  readValue,
  setCommand,
  type SetValue,
  valuesIn,
  valuesOf,
} from '../core/settings/set-values.ts';
import { demoStage, settingsFrom } from '../core/settings/settings.ts';
import { quotedName } from '../core/text/shell-word.ts';
import type { Table } from '../core/table.ts';
import { UserError } from '../core/user-error.ts';
import { configPage, settingLine } from '../pages/config-page.ts';

/** Lists every setting with its value and where that comes from. */
export async function listSettings(app: App): Promise<void> {
  const { path } = await app.config();
  const settings = await withTheDeals(app, await inConfig(app));
  await app.print({
    json: () => ({ schemaVersion: SCHEMA_VERSION, path, settings: settings.map(settingJson) }),
    page: () => configPage(settings, path),
    table: () => tableOf(settings),
    isPaged: true,
  });
}

/** Prints the value of one setting and nothing else, fit for a script. */
export async function getSetting(app: App, typed: string): Promise<void> {
  const setting = await settingCalled(app, readName(typed));
  await app.print({
    json: () => ({ schemaVersion: SCHEMA_VERSION, setting: settingJson(setting) }),
    page: () => valuesIn(setting).map(whole),
  });
}

/** Sets one setting in the file. */
export async function setSetting(app: App, typed: string, values: readonly string[]): Promise<void> {
  const name = readName(typed);
  const isList = knownSetting(name).type === 'list';
  if (!isList && values.length > 1) {
    throw new UserError(`${name} is one value, and ${values.length} were given.`, `Such as: ${setCommand(name)}`);
  }
  await keep(app, name, readValue(name, isList ? values : values[0]));
}

/** Adds names to a list, behind those that are there. */
export async function addToSetting(app: App, typed: string, values: readonly string[]): Promise<void> {
  const name = readName(typed);
  if (knownSetting(name).type !== 'list') {
    throw new UserError(`${name} is one value, not a list.`, `Set it: ${setCommand(name)}`);
  }
  await keep(app, name, readValue(name, [...valuesIn(await settingCalled(app, name)), ...values]));
}

/** Takes one setting out of the file. */
export async function unsetSetting(app: App, typed: string): Promise<void> {
  await keep(app, readName(typed), undefined);
}

/** Prints where the file of settings is, whether it is there or not. */
export async function settingsPath(app: App): Promise<void> {
  const { path } = await app.config();
  await app.print({ json: () => ({ schemaVersion: SCHEMA_VERSION, path }), page: () => [whole(path)] });
}

/** Writes a setting, and shows what it comes to: a variable may win over what was written. */
async function keep(app: App, name: SettingName, value: SettingValue | undefined): Promise<void> {
  await (await app.config()).keep(name, value);
  const setting = await settingCalled(app, name).catch((error: unknown) => {
    throw error instanceof UserError ? stillWrong(name, error) : error;
  });
  await app.print({
    json: () => ({ schemaVersion: SCHEMA_VERSION, setting: settingJson(setting) }),
    page: () => [settingLine(setting)],
  });
  const { origin } = setting;
  if (origin.from === 'environment') {
    await app.tell([line(`It is in the file now, but ${origin.variable} wins over it as long as that is set.`)]);
  }
  if (name === 'stages' || name === 'demo-stage') await tellUnmarked(app);
}

/** That no stage is the demo may be meant, as in a sale without one. */
async function tellUnmarked(app: App): Promise<void> {
  const { stages } = settingsFrom(valuesOf(await inConfig(app)));
  const [first] = stages;
  if (!first || demoStage(stages)) return;
  await app.tell([
    line('None of your stages is the demo, so nothing counts as before it.'),
    line(quiet(`If one is, such as: lossdebrief config set demo-stage ${quotedName(first.name)}`)),
  ]);
}

function stillWrong(name: SettingName, { message, hint }: UserError): UserError {
  return new UserError(`${name} is changed. Something else there is still wrong:\n${message}`, hint);
}

async function inConfig(app: App): Promise<readonly SetValue[]> {
  return (await app.config()).all();
}

async function settingCalled(app: App, name: SettingName): Promise<SetValue> {
  const [setting] = await withTheDeals(
    app,
    (await inConfig(app)).filter((each) => each.name === name),
  );
  if (!setting) throw new Error(`The setting ${name} has no value.`);
  return setting;
}

/** What only the file of the deals can tell: where it is, and the currency that was named first. */
async function withTheDeals(app: App, settings: readonly SetValue[]): Promise<readonly SetValue[]> {
  const isOpen = settings.some(({ name, value }) => FROM_DEALS.has(name) && value === undefined);
  if (!isOpen) return settings;
  const known = await fromDeals(app);
  return settings.map((setting): SetValue => {
    const { name, value } = setting;
    if (value !== undefined) return setting;
    if (name === 'db') return { ...setting, value: known?.path };
    return name === 'currency' && known?.currency !== undefined
      ? { name, value: known.currency, origin: { from: 'deals' } }
      : setting;
  });
}

const FROM_DEALS: ReadonlySet<SettingName> = new Set(['currency', 'db']);

/** A file that cannot be opened must not stand in the way of the settings that say where it is. */
async function fromDeals(
  app: App,
): Promise<{ readonly path: string; readonly currency: string | undefined } | undefined> {
  try {
    const store = await app.store('read');
    return { path: store.path, currency: store.setting('currency') };
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function settingJson({ name, value, origin }: SetValue): Record<string, unknown> {
  const { type, default: usual, help } = knownSetting(name);
  const empty = type === 'list' ? [] : null;
  return { name, value: value ?? empty, origin, default: usual ?? empty, help };
}

function tableOf(settings: readonly SetValue[]): Table {
  return {
    id: 'settings',
    title: 'Settings',
    columns: [
      { key: 'name', title: 'Name', kind: 'text' },
      { key: 'value', title: 'Value', kind: 'text' },
      { key: 'origin', title: 'Origin', kind: 'text' },
      { key: 'place', title: 'Place', kind: 'text' },
    ],
    rows: settings.map((setting) => [
      setting.name,
      valuesIn(setting).join(', '),
      setting.origin.from,
      placeOf(setting.origin),
    ]),
    notes: [],
  };
}

function placeOf(origin: Origin): string | number | null {
  if (origin.from === 'file') return origin.line;
  if (origin.from === 'environment') return origin.variable;
  return origin.from === 'flag' ? origin.flag : null;
}
