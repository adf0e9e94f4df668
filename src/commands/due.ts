import type { App } from '../app.ts';
import { addDays, type Day } from '../core/day.ts';
import { readDaySpan } from '../core/day-span.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import { daysLate, dueJson, type DueRow, dueText, type WonBack } from '../core/due.ts';
import { toMajor } from '../core/money.ts';
import { line, type Page } from '../core/page.ts';
import type { Row, Table } from '../core/table.ts';
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
  const isDue = options.check === true && store.isAnyDue(today);
  if (options.interactive) await walkThrough(app, store, until);
  else if (options.ics !== undefined) await writeCalendar(app, store, options.all ? undefined : until, options.ics);
  else await print(app, store, until, options.all === true);
  return isDue ? EXIT.somethingDue : EXIT.done;
}

// Each is loaded only when somebody asks for it, which is not every morning.

async function walkThrough(app: App, store: Store, until: Day): Promise<void> {
  await (await import('../debriefing/walk-through.ts')).walkThrough(app, store, store.due(until));
}

async function writeCalendar(app: App, store: Store, until: Day | undefined, file: string): Promise<void> {
  await (await import('../exporting/calendar-file.ts')).writeCalendar(app, store, until, file);
}

async function print(app: App, store: Store, until: Day, all: boolean): Promise<void> {
  const { today } = app.clock;
  const wonBack = store.wonBack();
  await app.print({
    json: () => ({
      schemaVersion: SCHEMA_VERSION,
      today,
      wonBack: { deals: wonBack.deals, value: wonBack.value.map(valueJson) },
      items: store.due(until).map((row) => dueJson(row, today)),
    }),
    ...(app.options.quiet ? {} : { table: () => tableOf(store.eachDue(until), today) }),
    page: () => pageOf(app, store.due(until), wonBack, all),
  });
  if (!app.options.json && !store.isAnyDue(until)) await tellEmpty(app, store);
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

function tableOf(rows: Iterable<DueRow>, today: Day): Table {
  return {
    id: 'due',
    title: 'Due',
    columns: COLUMNS.map((key) => ({ key, title: key, kind: 'text' })),
    rows: cellsOf(rows, today),
    notes: [],
  };
}

function* cellsOf(rows: Iterable<DueRow>, today: Day): Generator<Row, void> {
  for (const row of rows) {
    yield [
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
    ];
  }
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
