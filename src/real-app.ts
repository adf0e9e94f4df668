import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import type { App, Catalog, Clock, Made, OwnFrameworks, Terminal } from './app.ts';
import type { Day } from './core/days/day.ts';
import { clockWarning } from './core/clock-warning.ts';
import { line } from './core/page.ts';
import {
  frameworkSchemaUrl,
  shippedArticles,
  shippedCatalog,
  shippedCrmBook,
  shippedStory,
} from './catalog/shipped.ts';
import { valuesOf } from './core/settings/set-values.ts';
import { type Settings, settingsFrom } from './core/settings/settings.ts';
import { type Language, localeFor } from './core/speech/language.ts';
import type { Speech } from './core/speech/speech.ts';
import { Paused } from './core/user-error.ts';
import { type OwnConfig, ownConfig } from './files/own-config.ts';
import { configPath, defaultDatabase, ownFrameworksFolder } from './files/paths.ts';
import { VERSION } from './files/version.ts';
import type { Flags } from './program/program.ts';
import type { Store } from './store/store.ts';
import { readEnvironment, type Environment } from './environment.ts';
import { realOutput } from './real-output.ts';

/** The ports, and what closes the file behind them. */
export type RealApp = App & { readonly close: () => Promise<void> };

/** The ports on the real machine. Each is made when it is first used, so that a command loads only what it needs. */
export function createRealApp(flags: Flags, stop: AbortSignal): RealApp {
  const environment = readEnvironment(flags, process.env, process);
  const config = once(() => realConfig(flags));
  const ownPath = once(() => pathOfDeals(environment, config));
  const output = realOutput(environment);
  const store = openedOnce(environment, ownPath, output.tell);
  const settings = once(() => realSettings(config));
  const speech = once(() => realSpeech(settings, environment));
  const catalog = catalogs((language) => realCatalog(language, settings, speech));
  const terminal = once(() => realTerminal(environment, stop));
  return {
    clock: realClock(environment),
    options: { json: environment.json, quiet: environment.quiet, namedFile: environment.namedFile },
    canAsk: environment.canAsk,
    store: store.open,
    ownFile: once(async () => (await import('./store/own-file.ts')).ownFile(await ownPath(), instant)),
    machine: {
      version: VERSION,
      node: process.versions.node,
      platform: `${process.platform} ${process.arch}`,
      home: homedir(),
    },
    makeFile: (path, fill) => makeFile(path, fill, environment.today, ownPath),
    catalog,
    catalogAsShipped: async () => shippedCatalog('en'),
    ownFrameworks: once(() => realOwnFrameworks(speech)),
    story: async () => shippedStory(),
    settings,
    config,
    speech,
    terminal: async () => await terminal(),
    crmBook: async () => shippedCrmBook(),
    openInput: async (path, most) => (await import('./files/open-input.ts')).openInput(path, most),
    readInput: async (path) => (await import('./files/read-input.ts')).readInput(path),
    ...output,
    stoppable: (run) => untilInterrupted(stop, run),
    checkOutput: async (path) => (await import('./files/write-output.ts')).checkOutput(path, environment.force),
    open: async (path) => (await import('./files/open-file.ts')).openFile(path),
    close: async () => {
      (await store.opened())?.close();
    },
  };
}

/** Without a prompt nobody listens to Ctrl-C, and it would end the program in the middle. */
async function untilInterrupted<Result>(
  stop: AbortSignal,
  run: (stop: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const interrupted = new AbortController();
  const listener = (): void => interrupted.abort(new Paused());
  process.on('SIGINT', listener);
  try {
    return await run(AbortSignal.any([stop, interrupted.signal]));
  } finally {
    process.off('SIGINT', listener);
  }
}

function realClock({ today }: Environment): Clock {
  return { today, now: () => performance.now() };
}

function openedOnce(
  environment: Environment,
  ownPath: OwnPath,
  tell: App['tell'],
): {
  readonly open: App['store'];
  readonly opened: () => Promise<Store | undefined>;
} {
  let opening: Promise<Store> | undefined;
  return {
    open: (purpose) => (opening ??= openRealStore(ownPath, environment, tell, purpose)),
    opened: async () => opening?.catch(() => undefined),
  };
}

/** Where the person's file is. */
type OwnPath = () => Promise<string>;

async function openRealStore(
  ownPath: OwnPath,
  { today }: Environment,
  tell: App['tell'],
  purpose: 'read' | 'write',
): Promise<Store> {
  const path = await ownPath();
  const { openStore } = await import('./store/open-store.ts');
  const store = await openStore({ path, purpose, today, now: instant });
  const warning = clockWarning(store.latestChange(), instant());
  if (warning !== undefined) await tell([line(warning)]);
  return store;
}

/** The present moment, in ISO form. */
function instant(): string {
  return new Date().toISOString();
}

/** The config file is only looked for where neither a flag nor a variable names the file of the deals. */
async function pathOfDeals({ db }: Environment, config: () => Promise<OwnConfig>): Promise<string> {
  if (db !== undefined) return db;
  const set = valuesOf(await (await config()).all()).db;
  if (set === undefined) return defaultDatabase();
  return set.replace(/^~(?=[\\/])/, homedir());
}

async function realConfig({ db }: Flags): Promise<OwnConfig> {
  return ownConfig(configPath(), { variables: process.env, flags: db === undefined ? {} : { db } });
}

async function realSettings(config: () => Promise<OwnConfig>): Promise<Settings> {
  return settingsFrom(valuesOf(await (await config()).all()));
}

async function makeFile<Told>(
  path: string | undefined,
  fill: (store: Store) => Promise<Told>,
  today: Day,
  ownPath: OwnPath,
): Promise<Made<Told>> {
  const [{ filledFile }, { newPlace }, { writeOutput }] = await Promise.all([
    import('./store/open-store.ts'),
    import('./files/new-place.ts'),
    import('./files/write-output.ts'),
  ]);
  const { bytes, told } = await filledFile({ today, now: () => `${today}T12:00:00.000Z` }, fill);
  const place = await newPlace(path, ownPath);
  await writeOutput(place, bytes, false);
  return { path: place, told };
}

/** Frameworks of the person's own are read, and what reads YAML is loaded, only where there is a folder of them. */
async function realCatalog(language: Language, settings: App['settings'], speech: App['speech']): Promise<Catalog> {
  const [{ allInOwnWords }, { stagesIn }] = await Promise.all([
    import('./core/own-words.ts'),
    import('./core/speech/stage-names.ts'),
  ]);
  const [own, spoken] = await Promise.all([settings(), speech()]);
  const isSpoken = spoken.language === language;
  const named = isSpoken ? { ...own, stages: stagesIn(own.stages, spoken) } : own;
  const [catalog, folder] = [shippedCatalog(language), ownFrameworksFolder()];
  if (!existsSync(folder)) return allInOwnWords(catalog, named);
  const { withOwnFrameworks } = await import('./catalog/own-frameworks.ts');
  const shipped = { catalog, articles: shippedArticles(), ...(isSpoken && { speech: spoken }) };
  return allInOwnWords(withOwnFrameworks(shipped, folder, own), named);
}

/** Each language's catalog, read when it is first asked for. */
function catalogs(read: (language: Language) => Promise<Catalog>): App['catalog'] {
  const known = new Map<Language, Promise<Catalog>>();
  return async (language = 'en') => {
    const catalog = known.get(language) ?? read(language);
    known.set(language, catalog);
    return catalog;
  };
}

async function realSpeech(settings: App['settings'], { locale }: Environment): Promise<Speech> {
  const [own, { speechFor }] = await Promise.all([settings(), import('./core/speech/speech-for.ts')]);
  return speechFor(localeFor(own.language, locale));
}

async function realOwnFrameworks(speech: App['speech']): Promise<OwnFrameworks> {
  const folder = ownFrameworksFolder();
  return {
    folder,
    schema: frameworkSchemaUrl(),
    read: async (path) =>
      (await import('./catalog/own-frameworks.ts')).readOwnFramework(path, {
        catalog: shippedCatalog('en'),
        articles: shippedArticles(),
        speech: await speech(),
      }),
    make: async () => void (await mkdir(folder, { recursive: true, mode: 0o700 })),
  };
}

async function realTerminal(environment: Environment, stop: AbortSignal): Promise<Terminal> {
  const { accessible, ascii, stderrColours, namedFile } = environment;
  const [{ createTerminal }, { createPaint }, { sweepEditorFolders }] = await Promise.all([
    import('./terminal/terminal.ts'),
    import('./terminal/paint.ts'),
    import('./leftovers/editor-folder.ts'),
  ]);
  sweepEditorFolders();
  const paint = await createPaint(stderrColours);
  const terminal = createTerminal({ input: process.stdin, output: process.stderr, accessible, ascii, paint, stop });
  return namedFile === undefined ? terminal : onNamedFile(terminal, namedFile);
}

/** A terminal that names the file in the commands that its questions speak of. */
async function onNamedFile({ ask }: Terminal, namedFile: string): Promise<Terminal> {
  const { askedWithNamedFile } = await import('./core/text/named-file.ts');
  return { ask: (asked, whileAsked) => ask(askedWithNamedFile(asked, namedFile), whileAsked) };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}
