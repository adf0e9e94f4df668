import { formatByEnding } from './format-by-ending.ts';
import { UserError } from '../user-error.ts';

/** What everything can be taken out as: for lossdebrief itself, for programs, for spreadsheets, for reading, for a calendar. */
export const EXPORT_FORMATS = ['jsonl', 'json', 'csv', 'markdown', 'ics'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What was asked for, by name and by the ending of the file. */
export interface ExportWish {
  readonly format?: ExportFormat | undefined;
  readonly json: boolean;
  readonly output: string;
  readonly excel: boolean;
}

/**
 * The format that is meant: the one named, else that of the file's ending, and the complete one where nothing is said.
 * Throws `UserError` where two are.
 */
export function exportFormatFor({ format, json, output, excel }: ExportWish): ExportFormat {
  if (excel && format !== undefined && format !== 'csv') {
    throw new UserError(`--excel is for csv, and not for ${format}.`, 'Leave one of them out.');
  }
  if (format !== undefined || excel) return format ?? 'csv';
  if (output === '-') return json ? 'json' : 'jsonl';
  return formatByEnding(output, ENDINGS);
}

const ENDINGS: ReadonlyMap<string, ExportFormat> = new Map([
  ['jsonl', 'jsonl'],
  ['ndjson', 'jsonl'],
  ['json', 'json'],
  ['csv', 'csv'],
  ['md', 'markdown'],
  ['ics', 'ics'],
]);
