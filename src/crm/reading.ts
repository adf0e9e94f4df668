import type { CrmBook, CrmProfile, CrmRole } from '../core/exchange/crm-book.ts';
import type { Day } from '../core/days/day.ts';
import type { Stage } from '../core/settings/settings.ts';
import { isBlankCell } from './blank-cell.ts';
import type { ColumnMap } from './column-map.ts';
import { inOrder, readCrmDay } from './crm-day.ts';
import type { CsvRow } from './csv-rows.ts';
import type { OwnEndings } from './own-endings.ts';
import { Surprise } from './surprise.ts';
import type { ColumnFormats } from './survey.ts';

/** How the rows of a file are read. */
export interface Reading {
  readonly book: CrmBook;
  readonly profile: CrmProfile;
  readonly headings: readonly string[];
  readonly columns: ColumnMap;
  readonly formats: ColumnFormats;
  /** Whether the formats are those of the whole file; otherwise what contradicts them is a `Surprise`. */
  readonly isSurveyed: boolean;
  /** For amounts without one. */
  readonly currency: string;
  readonly stages: readonly Stage[];
  readonly ownEndings: OwnEndings;
  readonly today: Day;
}

/** Told of a cell that was not understood. */
export type Note = (heading: string, why: string) => void;

/** The heading of a column, or what stands in for it. */
export function headingOf({ headings }: Reading, column: number | undefined): string {
  return (column === undefined ? '' : headings[column]) || `column ${(column ?? 0) + 1}`;
}

/** What a row says in one role: the first of its columns that is filled. */
export function textIn(
  { columns: { roles } }: Pick<Reading, 'columns'>,
  role: CrmRole,
  cells: CsvRow,
): string | undefined {
  for (const column of roles.get(role) ?? []) {
    const cell = cells[column] ?? '';
    if (!isBlankCell(cell)) return cell.trim();
  }
  return undefined;
}

/** The day that a row has in one role, by the order that its column shows. */
export function dayIn(
  { columns: { roles }, formats, isSurveyed }: Reading,
  role: 'createdOn' | 'closedOn',
  cells: CsvRow,
): Day | 'unread' | undefined {
  for (const column of roles.get(role) ?? []) {
    const cell = cells[column] ?? '';
    if (isBlankCell(cell)) continue;
    const read = readCrmDay(cell.trim());
    const day = inOrder(read, formats.days.get(column)?.order);
    if (day === undefined && read.kind !== 'unread' && !isSurveyed) throw new Surprise('formats');
    return day ?? 'unread';
  }
  return undefined;
}
