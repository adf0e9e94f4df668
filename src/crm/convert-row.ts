import type { CrmRole } from '../core/exchange/crm-book.ts';
import type { DeletedInCrm, ImportedDeal, Refusal, Unread } from '../core/exchange/imported-deal.ts';
import { CELL_LIMIT, type CsvRow } from './csv-rows.ts';
import { deletedRowReader } from './deleted-row.ts';
import { endingReader } from './ending.ts';
import { dayIn, headingOf, type Note, type Reading, textIn } from './reading.ts';
import { rowAmountReader } from './row-amount.ts';
import { rowEndingReader } from './row-ending.ts';
import { rowFieldsReader } from './row-fields.ts';
import { rowKey } from './row-key.ts';

/** A row that was understood; or why it is refused; or by what a deal is known that is deleted in the CRM. */
export type Converted = ConvertedDeal | Refusal | DeletedInCrm;

/** A deal, and what has to be said of its row. */
export interface ConvertedDeal {
  readonly deal: ImportedDeal;
  /** What of it was not read. */
  readonly unread: readonly Unread[];
  /** The stage of an open deal, or its status where it has no stage, as the file has it. */
  readonly openStage: string | undefined;
  /** Whether the CRM has it as closed on a day that has not come, before which it is open. */
  readonly closesLater: boolean;
}

/** A reader of rows: each by itself, so that a file of any length takes no more memory than a short one. */
export function rowConverter(reading: Reading): (cells: CsvRow, row: number) => Converted {
  const { roles } = reading.columns;
  const headings = {
    createdOn: headingOf(reading, roles.get('createdOn')?.[0]),
    closedOn: headingOf(reading, roles.get('closedOn')?.[0]),
  };
  const noClosingDay = `${headings.closedOn}: ${NO_DAY}`;
  const endingOf = rowEndingReader(reading);
  const amountOf = rowAmountReader(reading);
  const fieldsOf = rowFieldsReader(reading);
  const stageOf = stageReader(reading);
  const deletedIn = deletedRowReader(reading);
  return (cells, row) => {
    const deleted = deletedIn(cells, row);
    if (deleted) return deleted;
    const tooLong = cells.findIndex((cell) => cell.length > CELL_LIMIT);
    if (tooLong >= 0) return { row, why: `${headingOf(reading, tooLong)}: longer than 64 kB` };
    const ending = endingOf(cells);
    if ('why' in ending) return { row, why: ending.why };
    // While a deal is open, that day is only hoped for.
    const closedOn = ending.outcome === undefined ? undefined : dayIn(reading, 'closedOn', cells);
    if (closedOn === 'unread') return { row, why: noClosingDay };
    const closesLater = closedOn !== undefined && closedOn > reading.today;
    const outcome = closesLater ? undefined : ending.outcome;
    const decidedOn = closesLater ? undefined : closedOn;
    const unread: Unread[] = [];
    const note: Note = (column, why) => void unread.push({ row, column, why });
    if (outcome !== undefined && decidedOn === undefined && roles.has('closedOn'))
      note(headings.closedOn, 'no closing day');
    const createdOn = dayIn(reading, 'createdOn', cells);
    if (createdOn === 'unread') note(headings.createdOn, NO_DAY);
    const stage = stageOf(cells);
    const text = (role: CrmRole): string | undefined => textIn(reading, role, cells);
    const [id, name, account] = [text('id'), text('name'), text('account')];
    return {
      deal: {
        row,
        ...rowKey({ row, id, name, account }, decidedOn, reading),
        fingerprint: fingerprintOf(cells),
        name: name ?? (id === undefined ? `Row ${row}` : `Deal ${id}`),
        outcome,
        amount: amountOf(cells, ending.outcome === 'won', note),
        createdOn: createdOn === 'unread' ? undefined : createdOn,
        decidedOn,
        account,
        owner: text('owner'),
        winner: ending.outcome === 'won' ? undefined : text('competitor'),
        stage: stage?.kept,
        segment: text('segment'),
        persona: text('persona'),
        source: text('source'),
        product: text('product'),
        contact: text('contact'),
        fields: fieldsOf(cells),
      },
      unread,
      openStage: outcome === undefined ? (stage?.said ?? (closesLater ? undefined : text('outcome'))) : undefined,
      closesLater,
    };
  };
}

const NO_DAY = 'not a day that is understood';

/** A stage as the file has it, and by the person's own name where one fits. */
interface RowStage {
  readonly said: string;
  readonly kept: string;
}

/** The last open stage: a stage that only says how it ended is none. */
function stageReader(reading: Reading): (cells: CsvRow) => RowStage | undefined {
  const endingOf = endingReader(reading);
  const own = new Map(reading.stages.flatMap(({ id, name }) => [[id, id] as const, [name.toLowerCase(), id] as const]));
  return (cells) => {
    const said = textIn(reading, 'stage', cells);
    if (said === undefined || endingOf(said) !== undefined) return undefined;
    return { said, kept: own.get(said.toLowerCase()) ?? said };
  };
}

/** FNV-1a over the cells: whether two rows are the same, without keeping either. */
function fingerprintOf(cells: CsvRow): number {
  let hash = 0x811c9dc5;
  for (const cell of cells) {
    for (let index = 0; index < cell.length; index += 1) {
      hash = Math.imul(hash ^ cell.charCodeAt(index), 0x01000193);
    }
    hash = Math.imul(hash ^ 0x1f, 0x01000193);
  }
  return hash;
}
