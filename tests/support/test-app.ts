import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { App, Catalog, Result, Terminal } from '../../src/app.ts';
import { readOwnFramework, withOwnFrameworks } from '../../src/catalog/own-frameworks.ts';
import { readArticles, readCatalog } from '../../src/catalog/read-catalog.ts';
import { readCrmBook } from '../../src/catalog/read-crm-book.ts';
import { readStory } from '../../src/catalog/read-story.ts';
import type { Asked } from '../../src/core/asked.ts';
import { type Day, isoDay } from '../../src/core/days/day.ts';
import { fileNameOf } from '../../src/core/exchange/document.ts';
import type { Page } from '../../src/core/page.ts';
import { valuesOf } from '../../src/core/settings/set-values.ts';
import { allInOwnWords } from '../../src/core/own-words.ts';
import { askedWithNamedFile, pageWithNamedFile } from '../../src/core/text/named-file.ts';
import { DEFAULT_SETTINGS, type Settings, settingsFrom } from '../../src/core/settings/settings.ts';
import { ENGLISH } from '../../src/core/speech/english.ts';
import { localeFor } from '../../src/core/speech/language.ts';
import { speechFor } from '../../src/core/speech/speech-for.ts';
import { stagesIn } from '../../src/core/speech/stage-names.ts';
import type { Speech } from '../../src/core/speech/speech.ts';
import { explain } from '../../src/explain.ts';
import { inputOf, openInput } from '../../src/files/open-input.ts';
import { type OwnConfig, ownConfig } from '../../src/files/own-config.ts';
import { newPlace } from '../../src/files/new-place.ts';
import { checkOutput, writeOutput } from '../../src/files/write-output.ts';
import { documentText } from '../../src/formats/document-text.ts';
import { json } from '../../src/formats/json.ts';
import { reportPage } from '../../src/formats/report-text.ts';
import { spokenTable } from '../../src/formats/spoken-rows.ts';
import { textPage } from '../../src/formats/text-page.ts';
import { textTable } from '../../src/formats/text-table.ts';
import { tsv } from '../../src/formats/tsv.ts';
import { createProgram, type Flags } from '../../src/program/program.ts';
import { filledFile, openMemoryStore } from '../../src/store/open-store.ts';
import { ownFile } from '../../src/store/own-file.ts';
import type { Store } from '../../src/store/store.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { everyCommand } from './command-tree.ts';
import { scriptedTerminal, type Script } from './scripted-terminal.ts';
import { catalogLeft, leaveCommands, leaveFigures } from './taken-away.ts';

/** What a run of the program printed, and how it ended. */
export interface Ran {
  readonly out: string;
  readonly err: string;
  readonly exitCode: number;
  /** The files that were opened for the person. */
  readonly opened: readonly string[];
  /** The questions that were asked, in order. */
  readonly asked: readonly Asked[];
  /** What the line that is written over and over said, in order. */
  readonly progress: readonly string[];
  /** Standard output read as JSON. */
  readonly json: () => any; // oxlint-disable-line typescript/no-explicit-any -- tests look into it freely
}

/** How a run differs from one in a pipe on 20 November 2026. */
export interface Setting {
  readonly today?: string;
  /** What the person types, question by question; there is a terminal then. */
  readonly script?: Script;
  /** Who answers in place of a script. */
  readonly terminal?: Terminal;
  /** Hears everything that is printed and said, in its order. */
  readonly hears?: (text: string) => void;
  /** How many seconds are gone at each look at the clock; four if nothing is said. */
  readonly secondsALook?: number;
  /** Print as on a terminal. */
  readonly isTTY?: boolean;
  readonly width?: number;
  readonly stdin?: string;
  /** What the person has set, beside the defaults. */
  readonly settings?: Partial<Settings>;
  /** The config file that settings are read from instead, and the variables that win over it. */
  readonly config?: string;
  readonly variables?: Readonly<Record<string, string>>;
}

/** The whole program on a file in memory: the real commands, core and SQLite, with a fixed day and typed answers. */
export interface TestApp {
  readonly store: Store;
  readonly run: (args: readonly string[], setting?: Setting) => Promise<Ran>;
  /** Runs that must succeed. */
  readonly does: (args: readonly string[], setting?: Setting) => Promise<Ran>;
}

leaveFigures();
/** Each language's catalog, read once. */
const CATALOGS = new Map<string, Catalog>([['en', catalogLeft(readCatalog('data'))]]);
const articles = readArticles('data');
const crmBook = readCrmBook('data');

export async function testApp(on?: Store): Promise<TestApp> {
  const store = on ?? (await openMemoryStore({ today: dayOf('2026-11-20'), now: () => '2026-11-20T12:00:00.000Z' }));
  const run: TestApp['run'] = (args, setting = {}) => runOn(store, args, setting);
  return {
    store,
    run,
    does: async (args, setting) => {
      const ran = await run(args, setting);
      if (ran.exitCode !== 0) throw new Error(`${args.join(' ')} ended with ${ran.exitCode}: ${ran.err}`);
      return ran;
    },
  };
}

/** What a run leaves behind, as it goes. */
interface Written {
  out: string;
  err: string;
  readonly opened: string[];
  readonly asked: Asked[];
  readonly progress: string[];
}

async function runOn(store: Store, args: readonly string[], setting: Setting): Promise<Ran> {
  const written: Written = { out: '', err: '', opened: [], asked: [], progress: [] };
  let exitCode = 0;
  let namedFile: string | undefined;
  try {
    const program = createProgram(
      (flags) => {
        namedFile = flags.db;
        return appOf(store, flags, setting, written);
      },
      (code) => (exitCode = code),
    );
    leaveCommands(program);
    for (const command of everyCommand(program)) {
      command.configureOutput({ writeOut: (text) => (written.out += text), writeErr: (text) => (written.err += text) });
    }
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    const explained = explain(error, setting.variables?.['DEBUG'], namedFile);
    written.err += explained.text;
    setting.hears?.(explained.text);
    exitCode = explained.exitCode;
  }
  return { ...written, exitCode, json: () => JSON.parse(written.out) };
}

function appOf(store: Store, flags: Flags, setting: Setting, written: Written): App {
  const terminal = onNamedFile(
    setting.terminal ?? scriptedTerminal(setting.script ?? [], (asked) => written.asked.push(asked)),
    flags.db,
  );
  const config = (): OwnConfig =>
    ownConfig(setting.config ?? join(temporaryFolder(), 'config.yaml'), {
      variables: setting.variables ?? {},
      flags: flags.db === undefined ? {} : { db: flags.db },
    });
  const settings = async (): Promise<Settings> =>
    setting.config === undefined
      ? { ...DEFAULT_SETTINGS, ...setting.settings }
      : settingsFrom(valuesOf(await config().all()));
  const ownFolder = (): string =>
    join(setting.config === undefined ? temporaryFolder() : dirname(setting.config), 'frameworks');
  let clock = 0;
  return {
    clock: {
      today: dayOf(flags.today ?? setting.today ?? '2026-11-20'),
      now: () => (clock += 1000 * (setting.secondsALook ?? 4)),
    },
    options: { json: flags.json ?? false, quiet: flags.quiet ?? false, namedFile: flags.db },
    canAsk: (setting.script ?? setting.terminal) !== undefined && flags.input,
    store: async () => store,
    ownFile: async () => ownFile(store.path, () => '2026-11-20T12:00:00.000Z'),
    machine: { version: '0.1.0', node: '20.19.0', platform: 'linux x64', home: tmpdir() },
    makeFile: async (path, fill) => {
      const today = dayOf(flags.today ?? setting.today ?? '2026-11-20');
      const { bytes, told } = await filledFile({ today, now: () => '2026-11-20T12:00:00.000Z' }, fill);
      const place = await newPlace(path ?? join(temporaryFolder(), 'demo.db'), async () => store.path);
      await writeOutput(place, bytes, false);
      return { path: place, told };
    },
    catalogAsShipped: async () => catalogIn(ENGLISH),
    catalog: async (language = ENGLISH.language) => {
      const own = await settings();
      const speech = await speechFor(localeFor(language, undefined));
      const catalog = catalogIn(speech);
      const named = { ...own, stages: stagesIn(own.stages, speech) };
      // Without a config file there is no folder beside it.
      if (setting.config === undefined || !existsSync(ownFolder())) return allInOwnWords(catalog, named);
      return allInOwnWords(withOwnFrameworks({ catalog, articles, speech }, ownFolder(), own), named);
    },
    ownFrameworks: async () => ({
      folder: ownFolder(),
      schema: 'file:///opt/lossdebrief/dist/schema/framework.schema.json',
      read: async (path) =>
        readOwnFramework(path, {
          catalog: catalogIn(ENGLISH),
          articles,
          speech: await speechFor(localeFor((await settings()).language, undefined)),
        }),
      make: async () => void mkdirSync(ownFolder(), { recursive: true }),
    }),
    story: async () => readStory('data'),
    settings,
    config: async () => config(),
    speech: async () => speechFor(localeFor((await settings()).language, setting.variables?.['LANG'])),
    terminal: async () => terminal,
    crmBook: async () => crmBook,
    openInput: async (path, most) =>
      path === '-' ? inputOf('-', [Buffer.from(setting.stdin ?? '')]) : openInput(path, most),
    readInput: async () => setting.stdin ?? '',
    print: async (result) => {
      const text = await printed(result, flags, setting);
      written.out += text;
      setting.hears?.(text);
    },
    write: async (document, path) => {
      const content = await documentText(document, '2026-11-20T12:00:00.000Z');
      const place = path ?? join(temporaryFolder(), fileNameOf(document));
      if (place !== '-') await writeOutput(place, content, flags.force ?? false);
      else if (typeof content !== 'function')
        written.out += typeof content === 'string' ? content : await joined(content);
      return place;
    },
    stoppable: (run) => run(new AbortController().signal),
    checkOutput: (path) => checkOutput(path, flags.force ?? false),
    open: async (path) => {
      written.opened.push(path);
    },
    tell: async (page) => {
      if (flags.quiet) return;
      const text = await laidOut(page, setting.width ?? 80, flags);
      written.err += text;
      setting.hears?.(text);
    },
    progress: (text) => {
      if (text !== undefined) written.progress.push(text);
    },
  };
}

function onNamedFile(terminal: Terminal, path: string | undefined): Terminal {
  if (path === undefined) return terminal;
  return { ask: (asked, stop) => terminal.ask(askedWithNamedFile(asked, path), stop) };
}

async function joined(texts: Iterable<string> | AsyncIterable<string>): Promise<string> {
  let whole = '';
  for await (const text of texts) whole += text;
  return whole;
}

/** What is shipped, in a language. */
function catalogIn(speech: Speech): Catalog {
  const catalog = CATALOGS.get(speech.language) ?? readCatalog('data', speech);
  CATALOGS.set(speech.language, catalog);
  return catalog;
}

async function printed(result: Result, flags: Flags, { isTTY = false, width = 80 }: Setting): Promise<string> {
  if (flags.json) return json(result.json());
  if (!isTTY && result.table) return tsv(result.table()).join('');
  const room = isTTY ? width : Number.POSITIVE_INFINITY;
  const isSpoken = flags.accessible ?? false;
  if (result.report) {
    const page = await reportPage(result.report(), { width: room, ascii: false, isSpoken });
    return laidOut(page, room, isTTY ? flags : { accessible: isSpoken });
  }
  if (result.page) return laidOut(result.page(), room, flags);
  return laidOut(isSpoken ? spokenTable(result.table()) : await textTable(result.table(), width), width, flags);
}

function laidOut(page: Page, width: number, { accessible = false, db }: Partial<Flags>): Promise<string> {
  return textPage(pageWithNamedFile(page, db), { width, paint: (text) => text, ascii: false, isSpoken: accessible });
}

function dayOf(text: string): Day {
  const day = isoDay(text);
  if (!day) throw new Error(`${text} is not a day.`);
  return day;
}
