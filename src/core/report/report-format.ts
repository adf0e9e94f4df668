import { formatByEnding } from '../exchange/format-by-ending.ts';
import { UserError } from '../user-error.ts';

/** The forms a report comes in: for people, for programs, for spreadsheets, for a page of text, and for a browser. */
export const REPORT_FORMATS = ['text', 'json', 'csv', 'markdown', 'html'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What was asked for: a format by name, a file whose name ends like one, and whether it is to be opened. */
export interface FormatWish {
  readonly format?: ReportFormat | undefined;
  readonly json: boolean;
  readonly output?: string | undefined;
  readonly open: boolean;
}

/**
 * The format that is meant: the one named, or else that of the file's ending; what is opened without either is a page for
 * the browser. Throws `UserError` where that cannot be told, or says two things.
 */
export function formatFor({ format, json, output, open }: FormatWish): ReportFormat {
  if (json && format !== undefined && format !== 'json') {
    throw new UserError(`--json and --format ${format} are two formats.`, 'Leave one of them out.');
  }
  if (format !== undefined || json) return format ?? 'json';
  if (output === undefined || output === '-') return open ? 'html' : 'text';
  return formatByEnding(output, ENDINGS);
}

const ENDINGS: ReadonlyMap<string, ReportFormat> = new Map([
  ['html', 'html'],
  ['htm', 'html'],
  ['csv', 'csv'],
  ['md', 'markdown'],
  ['json', 'json'],
  ['txt', 'text'],
]);
