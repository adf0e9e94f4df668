import type { App } from '../app.ts';
import { line } from '../core/page.ts';
import { formatFor, type ReportFormat } from '../core/report/report-format.ts';
import { reportJson } from '../core/report/report-json.ts';
import type { Report } from '../core/report/report-table.ts';
import { UserError } from '../core/user-error.ts';

/** In which format a report is given, where to, and whether it is opened there. */
export interface ReportPlace {
  readonly format?: ReportFormat;
  readonly output?: string;
  readonly open?: boolean;
}

/** Where a report goes, and in which format: on the terminal as text, or into a file, which may be opened. */
export interface Delivery {
  readonly format: ReportFormat;
  /** Undefined: a new temporary folder. */
  readonly file: string | undefined;
  readonly isOpened: boolean;
}

/** Reads what was asked for, before anything is counted. Throws `UserError` where it cannot be done. */
export function readDelivery(app: App, { format, output, open = false }: ReportPlace): Delivery {
  if (open && output === '-') {
    throw new UserError('What is printed cannot be opened in a browser.', 'Name a file, or leave --output out.');
  }
  const file = output ?? (open ? undefined : '-');
  return { format: formatFor({ format, json: app.options.json, output, open }), file, isOpened: open };
}

/** A report for programs, and the same as a person reads it. */
export interface ReportForms {
  readonly full: Report;
  readonly read: Report;
}

/** Prints a report, or writes it to its file and opens that. */
export async function deliverReport(
  app: App,
  { full, read }: ReportForms,
  { format, file, isOpened }: Delivery,
): Promise<void> {
  if (format === 'text' && file === '-') {
    await app.print({ json: () => reportJson(full), report: () => read, isPaged: true });
    return;
  }
  const isForPrograms = format === 'json' || format === 'csv';
  const path = await app.write({ format, report: isForPrograms ? full : read }, file);
  if (file !== '-') await app.tell([line(`The report is in ${path}`)]);
  if (isOpened) await app.open(path);
}
