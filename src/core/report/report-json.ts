import { SCHEMA_VERSION } from '../deal-json.ts';
import { toMajor } from '../money/money.ts';
import type { FigureColumn, FigureRow, FigureTable, FigureValue, MoneySums, Report } from './report-table.ts';

/** A report as JSON (see `docs/json.md`). Fields are only ever added. */
export function reportJson({ today, period, currency, headline, figures }: Report): Record<string, unknown> {
  return {
    schemaVersion: SCHEMA_VERSION,
    today,
    period: { from: period.from ?? null, to: period.to ?? null },
    currency: currency ?? null,
    headline,
    figures: figures.map(figureJson),
  };
}

function figureJson({ id, title, columns, rows, notes }: FigureTable): Record<string, unknown> {
  return {
    id,
    title,
    columns: columns.map(({ key, title: columnTitle, kind }) => ({ key, title: columnTitle, kind })),
    rows: rows.map((row) => rowJson(row, columns)),
    notes,
  };
}

function rowJson(
  { key, label, evidence, values }: FigureRow,
  columns: readonly FigureColumn[],
): Record<string, unknown> {
  const money = columns.flatMap((column) => {
    const value = values[column.key];
    return isMoney(value, column) ? [value] : [];
  });
  return {
    key,
    label,
    ...Object.fromEntries(columns.map((column) => [column.key, valueJson(values[column.key] ?? null, column)])),
    // Of two sums one is a part of the other, so the larger number is that of all deals of the row.
    ...(money.length === 0 ? {} : { unknownAmounts: Math.max(...money.map(({ unknownAmounts }) => unknownAmounts)) }),
    evidence,
  };
}

function valueJson(value: FigureValue, column: FigureColumn): unknown {
  return isMoney(value, column) ? value.sums.map(sumJson) : value;
}

function isMoney(value: FigureValue | undefined, { kind }: FigureColumn): value is MoneySums {
  return kind === 'money' && value !== null && value !== undefined;
}

function sumJson({ currency, minor, deals }: MoneySums['sums'][number]): Record<string, unknown> {
  return { currency, amount: toMajor({ minor, currency }), deals };
}
