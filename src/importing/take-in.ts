import type { App } from '../app.ts';
import { rowConverter } from '../crm/convert-row.ts';
import { dealRows } from '../crm/crm-file.ts';
import type { CsvRow } from '../crm/csv-rows.ts';
import { ownEndingKey } from '../crm/own-endings.ts';
import { textIn } from '../crm/reading.ts';
import { Surprise } from '../crm/surprise.ts';
import type { ImportedDeal } from '../core/exchange/imported-deal.ts';
import { sayNumber } from '../core/text/say-number.ts';
import type { Store } from '../store/store.ts';
import { endIfStopped } from './end-if-stopped.ts';
import type { ReadingOptions } from './import-options.ts';
import { type ImportPlan, replanImport } from './import-plan.ts';
import { beginTally, countVerdict, type ImportTally, noteUnread, noteValue } from './import-tally.ts';

/** What taking a file in came to, and how it was read in the end. */
export interface TakenIn {
  readonly plan: ImportPlan;
  readonly tally: ImportTally;
}

/**
 * Reads all deals of a file into the store, or nothing of it; and from its beginning again where it holds a `Surprise`. Without
 * `keeps` nothing is written, and the tally is what it would be.
 */
export async function takeIn(
  app: App,
  store: Store,
  plan: ImportPlan,
  options: ReadingOptions,
  keeps: boolean,
): Promise<TakenIn> {
  try {
    return { plan, tally: await readOnce(app, store, plan, keeps) };
  } catch (error) {
    if (!(error instanceof Surprise)) throw error;
    return takeIn(app, store, await replanImport(app, plan, error.about, options), options, keeps);
  } finally {
    app.progress(undefined);
  }
}

async function readOnce(app: App, store: Store, plan: ImportPlan, keeps: boolean): Promise<ImportTally> {
  const tally = beginTally();
  await app.stoppable((stop) =>
    store.importDeals(dealsOf(app, plan, tally, stop), {
      source: plan.source,
      keeps,
      onVerdict: (deal, verdict) => countVerdict(tally, deal, verdict),
      onAlike: (alike) => void tally.alike.push(alike),
      deletedInCrm: tally.deletedInCrm,
      onDeletedHere: (deleted) => void tally.deletedHere.push(deleted),
    }),
  );
  return { ...tally, refused: tally.refused.toSorted((one, other) => one.row - other.row) };
}

/** The deals of a file, as many at a time as a piece of it holds. */
async function* dealsOf(
  app: App,
  { file, reading, limits }: ImportPlan,
  tally: ImportTally,
  stop: AbortSignal,
): AsyncGenerator<readonly ImportedDeal[], void> {
  const convert = rowConverter(reading);
  const watch = watcher(app, file.input.size, tally);
  const pipeline = reading.columns.roles.get('pipeline')?.[0];
  const leaveOut = (row: number): void => void tally.leftOut.push(row);
  for await (const rows of dealRows(file, limits, leaveOut, watch.bytes)) {
    const deals: ImportedDeal[] = [];
    for (const { row, cells } of rows) {
      const converted = convert(cells, row);
      if ('key' in converted) {
        tally.deletedInCrm.push(converted);
        continue;
      }
      if ('why' in converted) {
        tally.refused.push(converted);
        continue;
      }
      noteUnread(tally, converted.unread);
      if (converted.closesLater) tally.closesLater.push(row);
      if (pipeline !== undefined) noteValue(tally.pipelines, cells[pipeline]?.trim() || undefined);
      noteValue(tally.openStages, converted.openStage);
      noteOwnEndings(tally, reading, cells);
      deals.push(converted.deal);
    }
    tally.rows += rows.length;
    yield deals;
    watch.rows();
    await endIfStopped(stop);
  }
}

/** Which of the stages that the person named are there. */
function noteOwnEndings({ namedStages }: ImportTally, reading: ImportPlan['reading'], cells: CsvRow): void {
  if (reading.ownEndings.size === namedStages.size) return;
  for (const role of ['outcome', 'stage'] as const) {
    const key = ownEndingKey(textIn(reading, role, cells) ?? '');
    if (reading.ownEndings.has(key)) namedStages.add(key);
  }
}

/** Says now and then how far it has come. */
function watcher(
  app: App,
  size: number,
  tally: ImportTally,
): { readonly bytes: (count: number) => void; readonly rows: () => void } {
  const begun = app.clock.now();
  let shown = begun;
  let read = 0;
  return {
    bytes: (count) => {
      read = count;
    },
    rows: () => {
      const now = app.clock.now();
      if (now - shown < BETWEEN) return;
      shown = now;
      app.progress(sayProgress(tally.rows, now - begun, size === 0 ? 1 : read / size));
    },
  };
}

/** Milliseconds between two looks at how far it has come. */
const BETWEEN = 200;

/** `12,000 rows, 31,000 a second, about 4 seconds left`. */
function sayProgress(rows: number, milliseconds: number, share: number): string {
  const rate = Math.round(rows / (milliseconds / 1000));
  const left = Math.ceil(((milliseconds / 1000) * (1 - share)) / share);
  return `${sayNumber(rows)} rows, ${sayNumber(rate)} a second, about ${sayNumber(left)} ${left === 1 ? 'second' : 'seconds'} left`;
}
