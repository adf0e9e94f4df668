import type { Appointment } from '../due/appointment.ts';
import type { Shell, Suggestion } from '../completion.ts';
import type { Page } from '../page.ts';
import type { PortableRecord } from './portable.ts';
import type { RejectedRow } from './imported-deal.ts';
import type { ReportFormat } from '../report/report-format.ts';
import type { Report } from '../report/report-table.ts';
import type { Table } from '../table.ts';

/** What leaves for another program, by its format. To add a format: a member here, and its file and line in `formats/`. */
export type Document =
  | { readonly format: 'ics'; readonly appointments: readonly Appointment[] }
  | { readonly format: ReportFormat; readonly report: Report }
  | { readonly format: 'records'; readonly records: Iterable<PortableRecord> }
  | { readonly format: 'deals-json'; readonly deals: Iterable<unknown> }
  | { readonly format: 'deals-csv'; readonly table: Table; readonly forExcel: boolean }
  | { readonly format: 'dossier'; readonly pages: Iterable<Page> }
  | { readonly format: 'copy'; readonly copyTo: (empty: string) => void }
  | {
      readonly format: 'rejected-rows';
      readonly headings: readonly string[];
      readonly rows: AsyncIterable<readonly RejectedRow[]>;
    }
  | { readonly format: 'framework-start'; readonly id: string; readonly schema: string }
  | { readonly format: 'shell-script'; readonly shell: Shell }
  | { readonly format: 'completions'; readonly suggestions: readonly Suggestion[]; readonly isFile: boolean };

/** What a file of it is called where nobody named one. */
export function fileNameOf({ format }: Document): string {
  return FILE_NAMES[format];
}

const FILE_NAMES: Readonly<Record<Document['format'], string>> = {
  ics: 'lossdebrief.ics',
  text: 'report.txt',
  json: 'report.json',
  csv: 'report.csv',
  markdown: 'report.md',
  html: 'report.html',
  records: 'lossdebrief.jsonl',
  'deals-json': 'deals.json',
  'deals-csv': 'deals.csv',
  dossier: 'deals.md',
  copy: 'lossdebrief.db',
  'rejected-rows': 'rejected-rows.csv',
  'framework-start': 'framework.yaml',
  'shell-script': 'lossdebrief-completion',
  completions: 'completions.txt',
};
