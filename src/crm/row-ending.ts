import type { ImportedDeal } from '../core/exchange/imported-deal.ts';
import type { CsvRow } from './csv-rows.ts';
import { type Ending, endingReader, signReader } from './ending.ts';
import { dayIn, type Reading, textIn } from './reading.ts';

/** How the deal of a row ended, or why the row is left out. */
export type RowEnding = { readonly outcome: ImportedDeal['outcome'] } | { readonly why: string };

/** A reader of endings: from a status, from a stage, from columns of yes and no, whichever of them a file has. */
export function rowEndingReader(reading: Reading): (cells: CsvRow) => RowEnding {
  const { book, columns, today } = reading;
  const { roles } = columns;
  const endingOf = endingReader(reading);
  const signOf = signReader(book);
  const said = (role: 'outcome' | 'stage' | 'reason', cells: CsvRow): Ending => {
    const text = textIn(reading, role, cells);
    return text === undefined ? undefined : endingOf(text);
  };
  const sign = (role: 'won' | 'lost' | 'closed', cells: CsvRow): boolean | undefined => {
    const text = textIn(reading, role, cells);
    return text === undefined ? undefined : signOf(text);
  };
  const isOver = (cells: CsvRow): boolean => {
    const day = dayIn(reading, 'closedOn', cells);
    return day !== undefined && day !== 'unread' && day <= today;
  };
  const marksWon = roles.has('won');
  const hasOnlyMark = marksWon && !['outcome', 'stage', 'closed'].some((role) => roles.has(role as 'closed'));
  return (cells) => {
    const [status, stage] = [said('outcome', cells), said('stage', cells)];
    const isOne = (ending: Ending): boolean => status === ending || stage === ending;
    if (isOne('no-deal') || said('reason', cells) === 'no-deal') return { why: NO_DEAL };
    const isWon = isOne('won') || sign('won', cells) === true;
    const isLost = isOne('lost') || sign('lost', cells) === true;
    if (isWon && isLost) return { why: 'one column says won, another lost' };
    if (isWon) return { outcome: 'won' };
    if (isLost) return { outcome: 'lost-unspecified' };
    const isClosed = isOne('closed') || sign('closed', cells) === true;
    // Closed and not marked as won, where won deals are marked. With nothing but the mark, the day tells that it is over.
    if (marksWon && (isClosed || (hasOnlyMark && isOver(cells)))) return { outcome: 'lost-unspecified' };
    return isClosed ? { why: 'closed, but no column says whether it was won' } : { outcome: undefined };
  };
}

const NO_DEAL = 'marked as a duplicate or a mistake, which is no loss';
