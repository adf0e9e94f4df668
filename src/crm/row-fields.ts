import { isBlankCell } from './blank-cell.ts';
import type { CsvRow } from './csv-rows.ts';
import { endingReader } from './ending.ts';
import { type Reading, textIn } from './reading.ts';

/**
 * A reader of everything that is no fact of its own, as a JSON object of texts. It is put together as text: with twenty
 * fields a row, a million objects would cost more than the database.
 */
export function rowFieldsReader(reading: Reading): (cells: CsvRow) => string | undefined {
  const { columns, headings } = reading;
  const endingOf = endingReader(reading);
  const fields = columns.fields.map(({ name, column }) => ({ key: JSON.stringify(name), column }));
  const endings = (['outcome', 'stage'] as const)
    .flatMap((role) => columns.roles.get(role) ?? [])
    .map((column) => ({ key: JSON.stringify(headings[column] ?? ''), column }));
  return (cells) => {
    let json = '';
    const keep = (key: string, value: string): void => {
      json += `${json === '' ? '' : ','}${key}:${JSON.stringify(value.trim())}`;
    };
    for (const { key, column } of fields) {
      const cell = cells[column] ?? '';
      if (!isBlankCell(cell)) keep(key, cell);
    }
    const reason = textIn(reading, 'reason', cells);
    if (reason !== undefined) keep(CRM_REASON, reason);
    for (const { key, column } of endings) {
      const cell = cells[column] ?? '';
      // "Closed - Lost to Competitor" says more than that it was lost.
      if (HAS_THREE_WORDS.test(cell) && endingOf(cell) !== undefined) keep(key, cell);
    }
    return json === '' ? undefined : `{${json}}`;
  };
}

/** What the CRM was told is no reason of a debrief, so it has a name of its own. */
const CRM_REASON = JSON.stringify('crm-reason');
const HAS_THREE_WORDS = /\p{L}\P{L}+\p{L}+\P{L}+\p{L}/u;
