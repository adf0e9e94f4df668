import type { App, Catalog, Clock, Result, Terminal } from './app.ts';
import type { Document } from './core/document.ts';
import type { Page } from './core/page.ts';
import { DEFAULT_SETTINGS } from './core/settings.ts';
import type { Paint } from './terminal/paint.ts';
import { EXIT, ReaderGone, UserError } from './core/user-error.ts';
import type { Flags } from './program/program.ts';
import type { Store } from './store/store.ts';
import { readEnvironment, type Environment } from './environment.ts';

export type RealApp = App & { readonly close: () => Promise<void> };

/** The ports on the real machine. Each is made when it is first used, so that a command loads only what it needs. */
export function createRealApp(flags: Flags, stop: AbortSignal): RealApp {
  const environment = readEnvironment(flags, process.env, process);
  const store = openedOnce(environment);
  const catalog = once(async (): Promise<Catalog> => (await import('./catalog/shipped.ts')).shippedCatalog());
  const terminal = once(() => realTerminal(environment, stop));
  return {
    clock: realClock(environment),
    options: { json: environment.json, quiet: environment.quiet },
    canAsk: environment.canAsk,
    store: store.open,
    catalog,
    settings: once(async () => DEFAULT_SETTINGS),
    terminal: async () => await terminal(),
    readInput: async (path) => (await import('./files/read-input.ts')).readInput(path),
    print: (result) => print(result, environment),
    write: (document, path) => writeDocument(document, path, environment),
    tell: (page) => tell(page, environment),
    close: async () => {
      (await store.opened())?.close();
    },
  };
}

function realClock({ today }: Environment): Clock {
  return { today, now: () => performance.now() };
}

function openedOnce(environment: Environment): {
  readonly open: App['store'];
  readonly opened: () => Promise<Store | undefined>;
} {
  let opening: Promise<Store> | undefined;
  return {
    open: (purpose) => (opening ??= openRealStore(environment, purpose)),
    opened: async () => opening?.catch(() => undefined),
  };
}

async function openRealStore({ db, today }: Environment, purpose: 'read' | 'write'): Promise<Store> {
  const path = db ?? (await import('./files/paths.ts')).defaultDatabase();
  const { openStore } = await import('./store/open-store.ts');
  return openStore({ path, purpose, today, now: () => new Date().toISOString() });
}

async function realTerminal({ accessible, ascii, stderrColours }: Environment, stop: AbortSignal): Promise<Terminal> {
  const [{ createTerminal }, { createPaint }] = await Promise.all([
    import('./terminal/terminal.ts'),
    import('./terminal/paint.ts'),
  ]);
  const paint = await createPaint(stderrColours);
  return createTerminal({ input: process.stdin, output: process.stderr, accessible, ascii, paint, stop });
}

/** JSON if it was asked for; on a terminal a page, or the table drawn; in a pipe the table as TSV, or the page uncut. */
async function print(result: Result, environment: Environment): Promise<void> {
  if (environment.json) return write((await import('./formats/json.ts')).json(result.json()));
  if (!environment.stdoutIsTTY && result.table) return write((await import('./formats/tsv.ts')).tsv(result.table()));
  const width = environment.stdoutIsTTY ? (process.stdout.columns ?? USUAL_COLUMNS) : Number.POSITIVE_INFINITY;
  const drawn = result.page ? result.page() : await drawnTable(result.table, width);
  return write(await laidOut(drawn, width, environment, environment.stdoutColours));
}

async function drawnTable(table: Result['table'], width: number): Promise<Page> {
  return table ? (await import('./formats/text-table.ts')).textTable(table(), width) : [];
}

async function writeDocument(document: Document, path: string, { force }: Environment): Promise<void> {
  const text = await (await import('./formats/document-text.ts')).documentText(document, new Date().toISOString());
  if (path === '-') return write(text);
  await (await import('./files/write-output.ts')).writeOutput(path, text, force);
}

async function tell(page: Page, environment: Environment): Promise<void> {
  if (environment.quiet) return;
  // Where nothing shows it, nothing is wrapped: a path broken in two is no path.
  const width = process.stderr.isTTY ? (process.stderr.columns ?? USUAL_COLUMNS) : Number.POSITIVE_INFINITY;
  process.stderr.write(await laidOut(page, width, environment, environment.stderrColours));
}

const USUAL_COLUMNS = 80;

async function laidOut(
  page: Page,
  width: number,
  { ascii }: Environment,
  colours: Environment['stdoutColours'],
): Promise<string> {
  const [{ textPage }, { createPaint }] = await Promise.all([
    import('./formats/text-page.ts'),
    import('./terminal/paint.ts'),
  ]);
  const paint: Paint = await createPaint(colours);
  return textPage(page, { width, paint, ascii });
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
  return new UserError(
    `The result could not be written (${error.code ?? 'unknown cause'}). What was saved is saved.`,
    'Make room, or write it elsewhere.',
    EXIT.output,
  );
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}
