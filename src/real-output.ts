import type { App, Result } from './app.ts';
import { cleanText } from './core/text/clean-text.ts';
import { type Document, fileNameOf } from './core/exchange/document.ts';
import type { Page } from './core/page.ts';
import type { Table } from './core/table.ts';
import { sayCode } from './core/text/say-code.ts';
import { causedBy, EXIT, ReaderGone, UserError } from './core/user-error.ts';
import type { Environment } from './environment.ts';
import type { Paint } from './terminal/paint.ts';
import { progressLine } from './terminal/progress-line.ts';

/**
 * What leaves the program: results on standard output, documents in files, and words beside them on standard error. Each form
 * is loaded when it is printed.
 */
export function realOutput(environment: Environment): Pick<App, 'print' | 'write' | 'tell' | 'progress'> {
  return {
    print: (result) => print(result, environment),
    write: (document, path) => writeDocument(document, path, environment),
    tell: (page) => tell(page, environment),
    progress: progressOn(environment),
  };
}

/** JSON if it was asked for; on a terminal a page, or the table drawn; in a pipe the table as TSV, or the page uncut. */
async function print(result: Result, environment: Environment): Promise<void> {
  if (environment.json) return write((await import('./formats/json.ts')).json(result.json()));
  if (!environment.stdoutIsTTY && result.table) return writeRows(result.table());
  const width = environment.stdoutIsTTY ? (process.stdout.columns ?? USUAL_COLUMNS) : Number.POSITIVE_INFINITY;
  const drawn = await pageOf(result, width, environment);
  // A report in a pipe goes to others, who need not know where the file is.
  const page = result.report && !environment.stdoutIsTTY ? drawn : await withHints(drawn, environment);
  const text = await laidOut(page, width, environment, environment.stdoutColours);
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
    if (typeof text === 'function') throw new UserError('A copy of the file cannot be printed.', 'Name a file for it.');
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
  if (environment.quiet || page.length === 0) return;
  // Where nothing shows it, nothing is wrapped: a path broken in two is no path.
  const width = process.stderr.isTTY ? (process.stderr.columns ?? USUAL_COLUMNS) : Number.POSITIVE_INFINITY;
  const told = await withHints(page, environment);
  process.stderr.write(await laidOut(told, width, environment, environment.stderrColours));
}

/** A page whose commands work on the file that this one worked on. */
async function withHints(page: Page, { namedFile }: Environment): Promise<Page> {
  if (namedFile === undefined) return page;
  return (await import('./core/text/named-file.ts')).pageWithNamedFile(page, namedFile);
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
    `The result could not be written (${sayCode(error.code)}). What was saved is saved.`,
    'Make room, or write it to another place.',
    EXIT.output,
  );
  return causedBy(fault, error);
}
