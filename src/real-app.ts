import { homedir } from 'node:os';
import type { App, Catalog, Clock, Made, OwnFrameworks, Result, Terminal } from './app.ts';
import type { Day } from './core/day.ts';
import { type Document, fileNameOf } from './core/document.ts';
import { clockWarning } from './core/clock-warning.ts';
import { line, type Page } from './core/page.ts';
import type { Table } from './core/table.ts';
import { cleanText } from './core/clean-text.ts';
import { type Settings, settingsFrom } from './core/settings.ts';
import { type Language, localeFor } from './core/speech/language.ts';
import type { Speech } from './core/speech/speech.ts';
import type { Paint } from './terminal/paint.ts';
import { progressLine } from './terminal/progress-line.ts';
import { causedBy, EXIT, Paused, ReaderGone, UserError } from './core/user-error.ts';
import { VERSION } from './files/version.ts';
import type { Flags } from './program/program.ts';
import type { OwnConfig } from './files/own-config.ts';
import type { Store } from './store/store.ts';
import { readEnvironment, type Environment } from './environment.ts';

export type RealApp = App & { readonly close: () => Promise<void> };

/** The ports on the real machine. Each is made when it is first used, so that a command loads only what it needs. */
export function createRealApp(flags: Flags, stop: AbortSignal): RealApp {
  const environment = readEnvironment(flags, process.env, process);
  const config = once(() => realConfig(flags));
  const ownPath = once(() => pathOfDeals(environment, config));
  const store = openedOnce(environment, ownPath);
  const settings = once(() => realSettings(config));
  const speech = once(() => realSpeech(settings, environment));
  const catalog = catalogs((language) => realCatalog(language, settings, speech));
  const terminal = once(() => realTerminal(environment, stop));
  return {
    clock: realClock(environment),
    options: { json: environment.json, quiet: environment.quiet },
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
    catalogAsShipped: async () => (await import('./catalog/shipped.ts')).shippedCatalog('en'),
    ownFrameworks: once(() => realOwnFrameworks(speech)),
    story: async () => (await import('./catalog/shipped.ts')).shippedStory(),
    settings,
    config,
    speech,
    terminal: async () => await terminal(),
    crmBook: async () => (await import('./catalog/shipped.ts')).shippedCrmBook(),
    openInput: async (path, most) => (await import('./files/open-input.ts')).openInput(path, most),
    readInput: async (path) => (await import('./files/read-input.ts')).readInput(path),
    print: (result) => print(result, environment),
    write: (document, path) => writeDocument(document, path, environment),
    stoppable: (run) => untilInterrupted(stop, run),
    checkOutput: async (path) => (await import('./files/write-output.ts')).checkOutput(path, environment.force),
    open: async (path) => (await import('./files/open-file.ts')).openFile(path),
    tell: (page) => tell(page, environment),
    progress: progressOn(environment),
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
): {
  readonly open: App['store'];
  readonly opened: () => Promise<Store | undefined>;
} {
  let opening: Promise<Store> | undefined;
  return {
    open: (purpose) => (opening ??= openRealStore(ownPath, environment, purpose)),
    opened: async () => opening?.catch(() => undefined),
  };
}

/** Where the person's file is. */
type OwnPath = () => Promise<string>;

async function openRealStore(ownPath: OwnPath, environment: Environment, purpose: 'read' | 'write'): Promise<Store> {
  const path = await ownPath();
  const { openStore } = await import('./store/open-store.ts');
  const store = await openStore({ path, purpose, today: environment.today, now: instant });
  const warning = clockWarning(store.latestChange(), instant());
  if (warning !== undefined) await tell([line(warning)], environment);
  return store;
}

/** The present moment, in ISO form. */
function instant(): string {
  return new Date().toISOString();
}

/** The config file is only looked for where neither a flag nor a variable names the file of the deals. */
async function pathOfDeals({ db }: Environment, config: () => Promise<OwnConfig>): Promise<string> {
  if (db !== undefined) return db;
  const { valuesOf } = await import('./core/set-values.ts');
  const set = valuesOf(await (await config()).all()).db;
  if (set === undefined) return (await import('./files/paths.ts')).defaultDatabase();
  return set.replace(/^~(?=[\\/])/, homedir());
}

async function realConfig({ db }: Flags): Promise<OwnConfig> {
  const [{ configPath }, { ownConfig }] = await Promise.all([
    import('./files/paths.ts'),
    import('./files/own-config.ts'),
  ]);
  return ownConfig(configPath(), { variables: process.env, flags: db === undefined ? {} : { db } });
}

async function realSettings(config: () => Promise<OwnConfig>): Promise<Settings> {
  const { valuesOf } = await import('./core/set-values.ts');
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
  const [
    { existsSync },
    { ownFrameworksFolder },
    { allInOwnWords },
    { stagesIn },
    { shippedArticles, shippedCatalog },
  ] = await Promise.all([
    import('node:fs'),
    import('./files/paths.ts'),
    import('./core/own-words.ts'),
    import('./core/speech/stage-names.ts'),
    import('./catalog/shipped.ts'),
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
  const [{ mkdir }, { ownFrameworksFolder }, { frameworkSchemaUrl, shippedArticles, shippedCatalog }] =
    await Promise.all([import('node:fs/promises'), import('./files/paths.ts'), import('./catalog/shipped.ts')]);
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

async function realTerminal({ accessible, ascii, stderrColours }: Environment, stop: AbortSignal): Promise<Terminal> {
  const [{ createTerminal }, { createPaint }, { sweepEditorFolders }] = await Promise.all([
    import('./terminal/terminal.ts'),
    import('./terminal/paint.ts'),
    import('./leftovers/editor-folder.ts'),
  ]);
  sweepEditorFolders();
  const paint = await createPaint(stderrColours);
  return createTerminal({ input: process.stdin, output: process.stderr, accessible, ascii, paint, stop });
}

/** JSON if it was asked for; on a terminal a page, or the table drawn; in a pipe the table as TSV, or the page uncut. */
async function print(result: Result, environment: Environment): Promise<void> {
  if (environment.json) return write((await import('./formats/json.ts')).json(result.json()));
  if (!environment.stdoutIsTTY && result.table) return writeRows(result.table());
  const width = environment.stdoutIsTTY ? (process.stdout.columns ?? USUAL_COLUMNS) : Number.POSITIVE_INFINITY;
  const drawn = await pageOf(result, width, environment);
  const text = await laidOut(drawn, width, environment, environment.stdoutColours);
  if (result.isPaged !== true || !(await wasPaged(text, environment))) await write(text);
}

/** All rows are there before the first is written, so that no slow reader keeps the file from being saved to. */
async function writeRows(table: Table): Promise<void> {
  const { tsv } = await import('./formats/tsv.ts');
  for (const piece of tsv(table)) await write(piece);
}

async function pageOf(result: Result, width: number, { ascii, accessible }: Environment): Promise<Page> {
  if (result.report) {
    const { reportPage } = await import('./formats/report-text.ts');
    return reportPage(result.report(), { width, ascii, isSpoken: accessible });
  }
  if (result.page) return result.page();
  return accessible
    ? (await import('./formats/spoken-rows.ts')).spokenTable(result.table())
    : drawnTable(result.table, width);
}

/** Whether a text was longer than the window, and was read in a pager. */
async function wasPaged(text: string, { pager }: Environment): Promise<boolean> {
  if (pager === undefined || text.split('\n').length <= (process.stdout.rows ?? USUAL_ROWS)) return false;
  return (await import('./terminal/pager.ts')).shownInPager(text, pager);
}

async function drawnTable(table: () => Table, width: number): Promise<Page> {
  return (await import('./formats/text-table.ts')).textTable(table(), width);
}

async function writeDocument(document: Document, path: string | undefined, environment: Environment): Promise<string> {
  const text = await (await import('./formats/document-text.ts')).documentText(document, new Date().toISOString());
  if (path === '-') {
    if (typeof text === 'function') throw new UserError('A copy of the file is no text.', 'Name a file for it.');
    await writeAll(text, environment);
    return path;
  }
  const place = path ?? (await (await import('./files/temporary-place.ts')).temporaryPlace(fileNameOf(document)));
  await (await import('./files/write-output.ts')).writeOutput(place, text, environment.force);
  return place;
}

/**
 * A long text is made first and written then, so that a slow reader does not hold up the file it comes from. Records keep what
 * was pasted into them, which must not reach a terminal.
 */
async function writeAll(
  text: string | Iterable<string> | AsyncIterable<string>,
  { stdoutIsTTY }: Environment,
): Promise<void> {
  if (typeof text === 'string') return write(text);
  const [{ inPieces }, { spooled }] = await Promise.all([import('./files/in-pieces.ts'), import('./files/spooled.ts')]);
  for await (const piece of spooled(inPieces(text))) await write(stdoutIsTTY ? cleanText(piece, 'keep') : piece);
}

async function tell(page: Page, environment: Environment): Promise<void> {
  if (environment.quiet) return;
  // Where nothing shows it, nothing is wrapped: a path broken in two is no path.
  const width = process.stderr.isTTY ? (process.stderr.columns ?? USUAL_COLUMNS) : Number.POSITIVE_INFINITY;
  process.stderr.write(await laidOut(page, width, environment, environment.stderrColours));
}

function progressOn({ showsProgress }: Environment): App['progress'] {
  return showsProgress ? progressLine(process.stderr) : () => {};
}

const USUAL_COLUMNS = 80;
const USUAL_ROWS = 24;

async function laidOut(
  page: Page,
  width: number,
  { ascii, accessible }: Environment,
  colours: Environment['stdoutColours'],
): Promise<string> {
  const [{ textPage }, { createPaint }] = await Promise.all([
    import('./formats/text-page.ts'),
    import('./terminal/paint.ts'),
  ]);
  const paint: Paint = await createPaint(colours);
  return textPage(page, { width, paint, ascii, isSpoken: accessible });
}

async function write(text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error) reject(unwritable(error));
      else resolve();
    });
  });
}

/** Somebody who closed the pipe has seen enough; anything else has to be said. */
function unwritable(error: NodeJS.ErrnoException): Error {
  if (error.code === 'EPIPE' || error.code === 'EIO') return new ReaderGone();
  const fault = new UserError(
    `The result could not be written (${error.code ?? 'unknown cause'}). What was saved is saved.`,
    'Make room, or write it elsewhere.',
    EXIT.output,
  );
  return causedBy(fault, error);
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}
