import type { App, Input } from '../app.ts';
import { wishesOf } from '../crm/column-map.ts';
import { type ImportSummary, importJson } from '../core/exchange/import-json.ts';
import { GENERIC } from '../core/exchange/crm-book.ts';
import { line, type Page, quiet } from '../core/page.ts';
import { shellWord } from '../core/text/shell-word.ts';
import { stingLine } from '../core/sting.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { keepCurrency } from '../importing/ask-currency.ts';
import { mayImport } from '../importing/confirm-import.ts';
import { type ImportPlan, planImport } from '../importing/import-plan.ts';
import type { ImportOptions } from '../importing/import-options.ts';
import { importRecords } from '../importing/import-records.ts';
import { holdsRecords } from '../importing/record-file.ts';
import { rejectedRows } from '../importing/rejected-rows.ts';
import { checkMapName, saveMap } from '../importing/saved-maps.ts';
import { summaryOf } from '../importing/summary.ts';
import { takeIn, type TakenIn } from '../importing/take-in.ts';
import { takeOut } from '../importing/take-out.ts';
import { importedLine, importPage } from '../pages/import-page.ts';
import type { Store } from '../store/store.ts';

/**
 * Takes in the deals of a CRM's export. Where somebody can be asked, what it would do is shown first, and nothing is written
 * without a yes; without a keyboard it goes ahead, as scripts need. Throws `UserError` 4 for a file of which no row can be read.
 */
export async function importFile(app: App, path: string, options: ImportOptions): Promise<number> {
  const { saveMap: mapName, dryRun = false } = options;
  if (mapName !== undefined)
    checkMapName(
      mapName,
      (await app.crmBook()).profiles.map(({ id }) => id),
    );
  if (options.rejects !== undefined && options.rejects !== '-') await app.checkOutput(options.rejects);
  const input = await app.openInput(path, options.maxMb * 1024 ** 2);
  if (await holdsRecords(input)) {
    await importRecords(app, input, options);
    return EXIT.done;
  }
  const store = await app.store(dryRun ? 'read' : 'write');
  const plan = await planImport(app, store, input, options);
  const previews = app.canAsk && !dryRun && options.yes !== true;
  const taken = previews
    ? await afterPreview(app, store, plan, options)
    : await takeIn(app, store, plan, options, !dryRun);
  if (!taken) return EXIT.done;
  if (mapName !== undefined && !dryRun) keepMap(store, mapName, taken.plan);
  if (!dryRun) await keepCurrency(app, store, taken.plan.currency);
  await printImport(app, taken, dryRun, previews);
  await writeRejects(app, taken, options.rejects);
  if (!dryRun && app.canAsk) await tellSting(app, store);
  return exitCodeOf(taken, input);
}

/** Says what the import would do, and does it after a yes; undefined after a no. What would change nothing needs none. */
async function afterPreview(
  app: App,
  store: Store,
  plan: ImportPlan,
  options: ImportOptions,
): Promise<TakenIn | undefined> {
  const preview = await takeIn(app, store, plan, options, false);
  await app.tell(importPage(summaryOf(preview, true)));
  const isAnyNew = preview.tally.new + preview.tally.changed > 0;
  if (isAnyNew && !(await mayImport(app))) return undefined;
  // Before the import, so that it is the import that undo takes back first.
  const deletedHere = [...(await takeOut(app, store, preview.tally.deletedHere))];
  const { plan: read, tally } = isAnyNew ? await takeIn(app, store, preview.plan, options, true) : preview;
  return { plan: read, tally: { ...tally, deletedHere } };
}

/** The profile it was read by, with every column by its heading, and what the person said of stages and of the currency. */
function keepMap(store: Store, name: string, { reading, source, currency }: ImportPlan): void {
  const profile = source === name ? GENERIC : source;
  const stages = (ending: 'won' | 'lost'): readonly string[] =>
    [...reading.ownEndings].flatMap(([stage, meant]) => (meant === ending ? [stage] : []));
  const maps = wishesOf(reading.columns, reading.headings);
  saveMap(store, name, {
    profile,
    maps,
    won: stages('won'),
    lost: stages('lost'),
    ...(currency.by === 'named' && { currency: currency.code }),
  });
}

async function printImport(app: App, taken: TakenIn, isDryRun: boolean, wasShown: boolean): Promise<void> {
  const summary: ImportSummary = summaryOf(taken, isDryRun);
  await app.print({
    json: () => importJson(summary),
    page: () => [...(wasShown ? [importedLine(summary)] : importPage(summary)), ...nextLines(summary)],
  });
}

/** Closed deals that pile up are easily left alone. */
async function tellSting(app: App, store: Store): Promise<void> {
  const reminder = stingLine(store.waiting(1).count, store.latestSting());
  if (reminder !== undefined) await app.tell([line(quiet(reminder))]);
}

function nextLines({ isDryRun, new: added, changed, won, lost, ...summary }: ImportSummary): Page {
  if (isDryRun) return [line(quiet('Nothing was written. To import it, leave --dry-run out.'))];
  const idle = summary.deletedHere.find(({ isWorkedOn, isTakenOut }) => !isWorkedOn && !isTakenOut);
  return [
    ...(idle ? [line(quiet(`To delete here too what the CRM has deleted: lossdebrief delete ${idle.deal.id}`))] : []),
    ...(added + changed > 0 && won + lost > 0 ? [line(quiet('Closed deals wait for a debrief: lossdebrief due'))] : []),
    ...(added + changed > 0 ? [line(quiet('To take the import back: lossdebrief undo'))] : []),
  ];
}

async function writeRejects(app: App, taken: TakenIn, path: string | undefined): Promise<void> {
  if (path === undefined || taken.tally.refused.length === 0) return;
  await app.write(rejectedRows(taken), path);
  if (path !== '-') await app.tell([line(`The refused rows are in ${path}. Mend them there and import it.`)]);
}

/** A file of which no row could be read is refused as a whole. */
function exitCodeOf({ tally: { rows, refused } }: TakenIn, { name, argument }: Input): number {
  if (refused.length === 0) return EXIT.done;
  if (refused.length < rows) return EXIT.someRowsRefused;
  throw new UserError(
    `No row of ${name} could be read, so nothing was written.`,
    `Say what the columns are: lossdebrief import ${shellWord(argument)} --map closedOn="Close Date"`,
    EXIT.inputRefused,
  );
}
