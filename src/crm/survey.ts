import type { CrmRole } from '../core/exchange/crm-book.ts';
import type { ColumnMap } from './column-map.ts';
import { type DecimalSign, readCrmAmount } from './crm-amount.ts';
import { type CrmDay, type DayOrder, readCrmDay } from './crm-day.ts';
import { isBlankCell } from './blank-cell.ts';
import type { CsvRow } from './csv-rows.ts';

/** How the values of each column are written, as far as they show it. */
export interface ColumnFormats {
  readonly days: ReadonlyMap<number, DayColumn>;
  readonly amounts: ReadonlyMap<number, DecimalSign | undefined>;
}

/** A column of days. */
export interface DayColumn {
  /** Undefined where no value shows it, or where values contradict each other. */
  readonly order: DayOrder | undefined;
  /** Whether values contradict each other. */
  readonly isMixed: boolean;
  /** A value that can be read both ways; undefined if there is none, and then the order does not matter. */
  readonly unclear: Extract<CrmDay, { kind: 'either' }> | undefined;
}

/** Gathers how values are written, row by row. */
export interface Survey {
  readonly add: (row: CsvRow) => void;
  readonly formats: () => ColumnFormats;
}

/** The roles whose columns hold days. */
const DAY_ROLES: readonly CrmRole[] = ['createdOn', 'closedOn'];

/** Day or month first is decided in each column by the values that allow only one reading, and so is the decimal sign. */
export function beginSurvey({ roles }: Pick<ColumnMap, 'roles'>): Survey {
  const days = new Map(DAY_ROLES.flatMap((role) => roles.get(role) ?? []).map((column) => [column, noDays()]));
  const amounts = new Map((roles.get('amount') ?? []).map((column) => [column, new Set<DecimalSign>()]));
  return {
    add: (row) => {
      for (const [column, seen] of days) addDay(seen, row[column] ?? '');
      for (const [column, seen] of amounts) addAmount(seen, row[column] ?? '');
    },
    formats: () => ({
      days: new Map(
        [...days].map(([column, { shown, unclear }]) => [
          column,
          { order: theOnly(shown), isMixed: shown.size > 1, unclear },
        ]),
      ),
      amounts: new Map([...amounts].map(([column, shown]) => [column, theOnly(shown)])),
    }),
  };
}

interface SeenDays {
  readonly shown: Set<DayOrder>;
  unclear: DayColumn['unclear'];
}

function noDays(): SeenDays {
  return { shown: new Set(), unclear: undefined };
}

function addDay(seen: SeenDays, cell: string): void {
  if (isBlankCell(cell)) return;
  const read = readCrmDay(cell.trim());
  if (read.kind === 'either') seen.unclear ??= read;
  if (read.kind === 'day' && read.shows) seen.shown.add(read.shows);
}

function addAmount(shown: Set<DecimalSign>, cell: string): void {
  const sign = readCrmAmount(cell, undefined)?.shows;
  if (sign) shown.add(sign);
}

function theOnly<Value>(values: ReadonlySet<Value>): Value | undefined {
  return values.size === 1 ? [...values][0] : undefined;
}
