import type { App } from '../app.ts';
import { addDays, type Day } from '../core/day.ts';
import { readDaySpan } from '../core/day-span.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import { daysLate, dueJson, type DueRow, dueText, type WonBack } from '../core/due.ts';
import { toMajor } from '../core/money.ts';
import { line, type Page } from '../core/page.ts';
import type { Table } from '../core/table.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { callSheet, countLine } from '../pages/call-sheet.ts';
import type { Store } from '../store/store.ts';

export interface DueOptions {
  readonly within?: string;
  readonly all?: boolean;
  readonly check?: boolean;
  readonly interactive?: boolean;
  /** Where to write it for a calendar, instead of printing it. */
  readonly ics?: string;
}

/** Lists what has come due and what will soon: the call sheet. With `--check` the exit code tells a script whether anything is due today or late. */
export async function due(app: App, options: DueOptions): Promise<number> {
  const { today } = app.clock;
  if (options.interactive && !app.canAsk) {
    throw new UserError('Going through it one by one needs a terminal.', 'lossdebrief due');
  }
  const until = addDays(today, daysAhead(options.within ?? '7d'));
  const store = await app.store(options.interactive ? 'write' : 'read');
  const rows = store.due(until);
  if (options.interactive) await (await import('../debriefing/walk-through.ts')).walkThrough(app, store, rows);
  else if (options.ics !== undefined) await writeCalendar(app, store, options.all ? undefined : until, options.ics);
  else await print(app, store, rows, options.all === true);
  const isDue = rows.some(({ on }) => on <= today);
  return options.check && isDue ? EXIT.somethingDue : EXIT.done;
}

/** Loaded only now, because most mornings nobody asks for it. */
async function writeCalendar(app: App, store: Store, until: Day | undefined, file: string): Promise<void> {
  await (await import('../exporting/calendar-file.ts')).writeCalendar(app, store, until, file);
}

async function print(app: App, store: Store, rows: readonly DueRow[], all: boolean): Promise<void> {
  const { today } = app.clock;
  const wonBack = store.wonBack();
  await app.print({
    json: () => ({
      schemaVersion: SCHEMA_VERSION,
      today,
      wonBack: { deals: wonBack.deals, value: wonBack.value.map(valueJson) },
      items: rows.map((row) => dueJson(row, today)),
    }),
    ...(app.options.quiet ? {} : { table: () => tableOf(rows, today) }),
    page: () => pageOf(app, rows, wonBack, all),
  });
  if (rows.length === 0 && !app.options.json) await tellEmpty(app, store);
}

function pageOf(app: App, rows: readonly DueRow[], wonBack: WonBack, all: boolean): Page {
  const { today } = app.clock;
  if (rows.length === 0) return [];
  return app.options.quiet ? [countLine(rows, today)] : callSheet(rows, { today, wonBack, all });
}

function valueJson({ money, deals }: WonBack['value'][number]): Record<string, unknown> {
  return { currency: money.currency, amount: toMajor(money), deals };
}

async function tellEmpty(app: App, store: Store): Promise<void> {
  const { deals } = store.counts();
  await app.tell([
    line(deals === 0 ? `No deals yet in ${store.path}. After a lost one: lossdebrief new` : 'Nothing is due.'),
  ]);
}

/** `7d`, `2w`, or a number of days. */
function daysAhead(within: string): number {
  const days = readDaySpan(within);
  if (days !== undefined) return days;
  throw new UserError(`--within ${within} is not a number of days.`, 'Write it as --within 7d or --within 2w');
}

function tableOf(rows: readonly DueRow[], today: Day): Table {
  return {
    id: 'due',
    title: 'Due',
    columns: COLUMNS.map((key) => ({ key, title: key, kind: 'text' })),
    rows: rows.map((row) => [
      row.id,
      row.kind,
      row.on,
      row.time,
      daysLate(row, today),
      dueText(row),
      row.dealId,
      row.deal,
      row.contact?.name ?? null,
      row.contact?.role ?? null,
      row.contact?.phone ?? null,
      row.contact?.email ?? null,
      row.said,
      row.winner,
      row.terms,
      row.amount ? toMajor(row.amount) : null,
      row.amount?.currency ?? null,
      row.rule,
      row.because,
    ]),
    notes: [],
  };
}

/** In the order of the cells. */
const COLUMNS = [
  'id',
  'kind',
  'on',
  'time',
  'daysLate',
  'text',
  'dealId',
  'deal',
  'contact',
  'role',
  'phone',
  'email',
  'said',
  'winner',
  'terms',
  'amount',
  'currency',
  'rule',
  'because',
];
