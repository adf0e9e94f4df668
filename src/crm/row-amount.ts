import { decimalsOf, type Money } from '../core/money/money.ts';
import { isBlankCell } from './blank-cell.ts';
import { currencyInHeading, currencyWritten, readCrmAmount } from './crm-amount.ts';
import type { CsvRow } from './csv-rows.ts';
import { headingOf, type Note, type Reading, textIn } from './reading.ts';
import { Surprise } from './surprise.ts';

/** A reader of amounts. The currency is that of its column, else of the cell, else of the heading, else the usual one. */
export function rowAmountReader(reading: Reading): (cells: CsvRow, isWon: boolean, note: Note) => Money | undefined {
  const { columns, headings, formats, isSurveyed, currency: usual } = reading;
  const places = (columns.roles.get('amount') ?? []).map((column) => ({
    column,
    heading: headingOf(reading, column),
    currency: currencyInHeading(headings[column] ?? '') ?? usual,
    sign: formats.amounts.get(column),
  }));
  return (cells, isWon, note) => {
    const unread = (heading: string, why: string): undefined => {
      note(heading, why);
    };
    for (const { column, heading, currency: ofColumn, sign } of places) {
      const cell = cells[column] ?? '';
      if (isBlankCell(cell)) continue;
      const read = readCrmAmount(cell, sign);
      if (!read) return unread(heading, 'not an amount that is understood');
      if (read.shows !== undefined && read.shows !== sign) {
        if (!isSurveyed) throw new Surprise('formats');
        if (sign !== undefined) return unread(heading, `not a number with a decimal ${sign}`);
      }
      // Lost deals often carry a nought where nobody knows.
      if (read.amount === 0 && !isWon) continue;
      const written = textIn(reading, 'currency', cells);
      const currency = written === undefined ? (read.currency ?? ofColumn) : currencyWritten(written);
      if (currency === undefined) return unread(heading, 'its currency is not understood');
      const minor = Math.round(read.amount * 10 ** decimalsOf(currency));
      return Number.isSafeInteger(minor) ? { minor, currency } : unread(heading, 'too large to be an amount');
    }
    return undefined;
  };
}
