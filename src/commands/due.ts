import type { App } from '../app.ts';
import { addDays, type Day } from '../core/days/day.ts';
import { readDaySpan } from '../core/days/day-span.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import { balanceLine } from '../core/due/balance.ts';
import { dueJson, type WonBack } from '../core/due/due.ts';
import { dueTable } from '../core/due/due-table.ts';
import { toMajor } from '../core/money/money.ts';
import { line, type Page } from '../core/page.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { waitingJson } from '../core/due/waiting-deal.ts';
import { callSheet, countLines, SHOWN } from '../pages/call-sheet.ts';
import type { Store } from '../store/store.ts';
import { unfinishedLine } from '../pages/unfinished-line.ts';

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
    throw new UserError('Going through it one by one needs a terminal.', 'See it all at once: lossdebrief due');
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
  const { namedFile } = app.options;
  const wonBack = store.wonBack();
  await app.print({
    json: () => ({
      schemaVersion: SCHEMA_VERSION,
      today,
      wonBack: { deals: wonBack.deals, value: wonBack.value.map(valueJson) },
      items: [
        ...store.due(until).map((row) => dueJson(row, today)),
        ...[...store.eachWaiting()].map((deal) => waitingJson(deal, today, namedFile)),
      ],
    }),
    ...(app.options.quiet
      ? {}
      : { table: () => dueTable(store.eachDue(until), store.eachWaiting(), { today, namedFile }) }),
    page: () => pageOf(app, store, until, wonBack, all),
    isPaged: true,
  });
  if (!app.options.json && !store.isAnyDue(until) && store.waiting(1).count === 0) await tellEmpty(app, store);
  if (!app.options.json && !app.options.quiet) await app.tell(unfinishedLine(store.counts().drafts));
}

function pageOf(app: App, store: Store, until: Day, wonBack: WonBack, all: boolean): Page {
  const { today } = app.clock;
  const rows = store.due(until);
  const waiting = store.waiting(all ? Number.MAX_SAFE_INTEGER : SHOWN);
  if (rows.length === 0 && waiting.count === 0) return [];
  if (app.options.quiet) return countLines(rows, waiting.count, today);
  const balance = store.balance();
  // Said each morning, it has to be something that can be done now.
  const tip = balance.wins.count > 0 ? balanceLine(balance) : undefined;
  return callSheet(rows, { today, wonBack, waiting, balance: tip, all });
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
