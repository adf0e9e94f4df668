import type { App } from '../app.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import type { Document } from '../core/exchange/document.ts';
import { type ExportFormat, exportFormatFor } from '../core/exchange/export-format.ts';
import { line, quiet } from '../core/page.ts';
import { counted } from '../core/text/sentence.ts';
import { UserError } from '../core/user-error.ts';
import { writeCalendar } from '../exporting/calendar-file.ts';
import { dossier, dealsWithin } from '../exporting/deal-exports.ts';
import { dealsTable } from '../exporting/deals-table.ts';
import type { Store } from '../store/store.ts';

export interface ExportOptions {
  readonly format?: ExportFormat;
  readonly output: string;
  readonly excel?: boolean;
  readonly redact?: boolean;
}

/**
 * Takes everything out of the file: `jsonl` is complete and can be taken in again; the other formats are for other programs
 * and people, and have no reflections. `--redact` leaves facts alone.
 */
export async function exportRecords(app: App, options: ExportOptions): Promise<void> {
  const { output, excel = false, redact = false } = options;
  const format = exportFormatFor({ format: options.format, json: app.options.json, output, excel });
  if (output === '-' && app.options.json && format !== 'json') {
    throw new UserError(
      `${format === 'ics' ? 'The calendar' : format} and JSON cannot both be printed.`,
      'Name a file with --output, or leave --json out.',
    );
  }
  const store = await app.store('read');
  if (format === 'ics') return writeCalendar(app, store, undefined, output, redact);
  const file = await app.write(await documentOf(app, store, format, { excel, redact }), output);
  await sayDone(app, store, file, format);
}

async function documentOf(
  app: App,
  store: Store,
  format: Exclude<ExportFormat, 'ics'>,
  { excel, redact }: { readonly excel: boolean; readonly redact: boolean },
): Promise<Document> {
  const reach = redact ? 'facts' : 'their-words';
  switch (format) {
    case 'jsonl':
      return { format: 'records', records: store.exported(redact ? 'facts' : 'complete') };
    case 'json':
      return { format: 'deals-json', deals: dealsWithin(store, reach) };
    case 'csv':
      return { format: 'deals-csv', table: dealsTable(store, reach), forExcel: excel };
    case 'markdown':
      return { format: 'dossier', pages: dossier(store, reach, app.clock.today, await dossierReading(app)) };
  }
}

async function dossierReading(app: App): Promise<Parameters<typeof dossier>[3]> {
  return { ...(await app.catalog()), stages: (await app.settings()).stages };
}

async function sayDone(app: App, store: Store, file: string, format: ExportFormat): Promise<void> {
  const { deals, drafts } = store.counts();
  if (file !== '-' && app.options.json) {
    return app.print({ json: () => ({ schemaVersion: SCHEMA_VERSION, file, format, deals }), page: () => [] });
  }
  if (file !== '-') await app.tell([line(`${file} has ${counted(deals, 'deal')}.`)]);
  if (format === 'jsonl' && drafts > 0) {
    const are = counted(drafts, 'unfinished debrief is', 'unfinished debriefs are');
    await app.tell([line(quiet(`${are} not in it. lossdebrief backup takes everything.`))]);
  }
}
