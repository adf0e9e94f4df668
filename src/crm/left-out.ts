import { wordKey } from './plain-key.ts';
import type { CsvRow } from './csv-rows.ts';

/** Whether a row is no deal but something that an export puts around them: a total, a notice, a title, nothing at all. */
export function isAround(row: CsvRow): boolean {
  // Most rows are deals, and the first cell tells at once.
  const first = row[0] ?? '';
  if (first !== '' && !MAY_BEGIN.test(first)) return false;
  const filled = row.filter((cell) => cell.trim() !== '');
  const [text = ''] = filled;
  if (filled.length === 0) return true;
  const key = wordKey(text);
  if (filled.length === 1 && NOTICES.some((notice) => key.startsWith(notice))) return true;
  return TOTAL.test(key) && filled.slice(1).every((cell) => NUMBER.test(cell));
}

const MAY_BEGIN = /^\s*(?:grand|sub|total|sum|ges|conf|copy|gen|exp|rep|filter|as of|suma|som|tot)/i;
const NOTICES = [
  'confidential information',
  'copyright',
  'generated',
  'exported',
  'report generated',
  'filtered by',
  'as of ',
];
/** "Grand Totals (12 records)", "Total:", "Summe". */
const TOTAL =
  /^(?:grand total|grand totals|sub ?totals?|totals?|sum|summe|gesamt|gesamtsumme|suma|total general|totale|somme)(?: \d+ records?)?$/;
const NUMBER = /^[^\p{L}]*\p{Lu}{0,3}[^\p{L}]*$/u;
