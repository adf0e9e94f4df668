import type { ImportSummary } from '../core/exchange/import-json.ts';
import type {
  AlikeDeal,
  DeletedHere,
  ImportConflict,
  DealOfRow,
  Refusal,
  Unread,
} from '../core/exchange/imported-deal.ts';
import { sayDay } from '../core/days/say-day.ts';
import { BLANK, idSpan, indented, item, line, type Line, type Page, quiet } from '../core/page.ts';
import { sayNumber } from '../core/text/say-number.ts';
import { counted, listed } from '../core/text/sentence.ts';

/** How a file was read, and what it comes to. */
export function importPage(summary: ImportSummary): Page {
  return [
    ...readAsLines(summary),
    BLANK,
    importedLine(summary),
    line(`${sayDeals(summary)}.`),
    ...noteLines(summary),
    ...refusalLines(summary.refused),
    ...deletedLines(summary.deletedHere),
    ...namedLines(summary.named),
    ...alikeLines(summary.alike),
    ...conflictLines(summary.conflicts),
    ...unreadLines(summary.unread, summary.unreadCount),
  ];
}

/** What became of the rows, in one line. */
export function importedLine(summary: ImportSummary): Line {
  return line({ text: countsOf(summary), as: 'strong' });
}

/** `Read as HubSpot: utf-8, comma, headings in row 1`. */
function readAsLines(summary: ImportSummary): readonly Line[] {
  const { profile, encoding, headerRow, columns, fields, ignored, leftOut, decimalSign } = summary;
  const orders = Object.entries(summary.dayOrders).map(([heading, order]) => `${heading} ${order}`);
  const how = [
    encoding,
    `columns by ${sayMark(summary.delimiter)}`,
    `headings in row ${headerRow}`,
    ...(orders.length === 0 ? [] : [listed(orders)]),
    ...(decimalSign === undefined ? [] : [`decimal ${decimalSign === ',' ? 'comma' : 'point'}`]),
    ...(leftOut.length === 0
      ? []
      : [`${counted(leftOut.length, 'line')} around the deals left out (${sayRows(leftOut)})`]),
  ];
  const facts = Object.entries(columns).map(([fact, headings]) => `${fact} from ${headings.join(' or ')}`);
  return [
    line('Read as ', { text: profile.name, as: 'strong' }, `: ${how.join(', ')}.`),
    indented(2, quiet(`Columns: ${facts.join(' · ')}`)),
    ...(fields.length === 0
      ? []
      : [indented(2, quiet(`Kept as fields, for report --by field:NAME: ${fields.join(' · ')}`))]),
    ...(ignored.length === 0 ? [] : [indented(2, quiet(`Of no use here: ${ignored.join(' · ')}`))]),
  ];
}

const MARKS: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' };

function sayMark(delimiter: string): string {
  return MARKS[delimiter] ?? delimiter;
}

function countsOf({ isDryRun, rows, refused, deletedInCrm, ...counts }: ImportSummary): string {
  const verbs = isDryRun ? ['would be new', 'would change'] : ['new', 'changed'];
  const parts = [
    `${sayNumber(counts.new)} ${verbs[0]}`,
    `${sayNumber(counts.changed)} ${verbs[1]}`,
    `${sayNumber(counts.unchanged)} unchanged`,
    `${sayNumber(refused.length)} refused`,
    ...(deletedInCrm.length === 0 ? [] : [`${sayNumber(deletedInCrm.length)} left out`]),
  ];
  return `${sayNumber(rows)} ${rows === 1 ? 'row' : 'rows'}: ${parts.join(', ')}.`;
}

function sayDeals({ won, lost, open }: ImportSummary): string {
  return `${sayNumber(won + lost + open)} ${won + lost + open === 1 ? 'deal' : 'deals'}: ${sayNumber(won)} won, ${sayNumber(lost)} lost, ${sayNumber(open)} open`;
}

/** What somebody should know before they trust the numbers. */
function noteLines({
  isDryRun,
  won,
  lost,
  open,
  openStages,
  missingStages,
  pipelines,
  columns,
  deletedInCrm,
  stayDeleted,
  closesLater,
  guessedCurrency,
}: ImportSummary): readonly Line[] {
  const pipelineColumn = columns['pipeline']?.[0] ?? 'Pipeline';
  const notes = [
    ...(deletedInCrm.length === 0 ? [] : [sayDeleted(deletedInCrm)]),
    ...(stayDeleted.length === 0 ? [] : [sayStayDeleted(stayDeleted)]),
    ...(closesLater.length === 0 ? [] : [sayLater(closesLater)]),
    ...(open > 0 && openStages.length > 0 ? [`Read as open: ${few(openStages)}.`] : []),
    ...(open > 0 && won + lost + closesLater.length === 0
      ? [
          'No deal in it reads as closed. If some are, say which column tells, --map outcome=COLUMN, or which stages, --won-stage STAGE --lost-stage STAGE',
        ]
      : []),
    ...(missingStages.length === 0 ? [] : [`No deal in it has the stage ${listed(missingStages, 'or')}.`]),
    ...(won > 0 && lost === 0 ? ['Every closed deal in it was won, so it tells no win rate.'] : []),
    ...(lost > 0 && won === 0 ? ['No deal in it was won, so it tells no win rate.'] : []),
    ...(pipelines.length > 1
      ? [
          `It holds ${pipelines.length} pipelines (${few(pipelines)}). A report tells them apart: --by "field:${pipelineColumn}"`,
        ]
      : []),
    ...(guessedCurrency === undefined
      ? []
      : [
          `Nothing tells the currency, so amounts without one are taken as ${guessedCurrency}. If they are in another, ${isDryRun ? 'import it' : 'import it again'} with --currency EUR, or set it for good: lossdebrief config set currency EUR`,
        ]),
  ];
  return notes.map((note) => line(note));
}

function sayDeleted(rows: readonly number[]): string {
  return rows.length === 1
    ? `1 deal is marked as deleted in the CRM and left out (${sayRows(rows)}).`
    : `${sayNumber(rows.length)} deals are marked as deleted in the CRM and left out (${sayRows(rows)}).`;
}

function sayStayDeleted(rows: readonly DealOfRow[]): string {
  const ids = rows.map(({ deal }) => deal.id);
  return rows.length === 1
    ? `1 deal was deleted here and stays so: ${ids[0]}. To bring it back: lossdebrief undo ${ids[0]}`
    : `${sayNumber(rows.length)} deals were deleted here and stay so: ${few(ids)}. To bring one back: lossdebrief undo ${ids[0]}`;
}

function sayLater(rows: readonly number[]): string {
  return rows.length === 1
    ? `1 deal is marked as closed on a day that has not come yet (${sayRows(rows)}). It stays open until you import it again after that day.`
    : `${sayNumber(rows.length)} deals are marked as closed on days that have not come yet (${sayRows(rows)}). They stay open until you import them again after those days.`;
}

function refusalLines(refused: readonly Refusal[]): readonly Line[] {
  return listOf('Refused', refused, ({ row, why }) => item(2, quiet(`row ${row}`), ROW_WIDTH, why));
}

function deletedLines(deleted: readonly DeletedHere[]): readonly Line[] {
  return listOf('On file here, and deleted in the CRM since', deleted, ({ row, deal, isWorkedOn }) =>
    item(
      2,
      idSpan(deal.id),
      ROW_WIDTH,
      `${deal.name}: row ${row}${isWorkedOn ? '; you have worked on it, so it stays' : ''}`,
    ),
  );
}

function namedLines(named: readonly DealOfRow[]): readonly Line[] {
  return listOf('Taken for a deal that is on file, by its name', named, ({ row, deal }) =>
    item(2, idSpan(deal.id), ROW_WIDTH, `${deal.name}: row ${row}`),
  );
}

function alikeLines(alike: readonly AlikeDeal[]): readonly Line[] {
  return listOf('New beside one that closed on another day; if it is the same deal, delete one', alike, (one) =>
    item(
      2,
      idSpan(one.deal.id),
      ROW_WIDTH,
      `${one.deal.name}: row ${one.row}, on file closed on ${sayDay(one.decidedOn)}`,
    ),
  );
}

function conflictLines(conflicts: readonly ImportConflict[]): readonly Line[] {
  return listOf('The CRM says otherwise; what you debriefed stands', conflicts, ({ deal, field, kept, crm }) =>
    item(2, idSpan(deal.id), ROW_WIDTH, `${deal.name}: ${FIELDS[field]} ${kept}, in the CRM ${crm}`),
  );
}

const FIELDS: Readonly<Record<ImportConflict['field'], string>> = {
  name: 'the name is',
  outcome: 'it is',
  amount: 'the amount is',
  decidedOn: 'it was decided on',
  winner: 'the winner is',
};

function unreadLines(unread: readonly Unread[], count: number): readonly Line[] {
  return listOf(
    'Not read, and left unknown; the rest of the row is in',
    unread,
    ({ row, column, why }) => item(2, quiet(`row ${row}`), ROW_WIDTH, `${column}: ${why}`),
    count,
  );
}

const ROW_WIDTH = 12;
/** As many of each list as fit on a screen beside the rest. */
const SHOWN = 8;

function listOf<Item>(
  title: string,
  items: readonly Item[],
  lineOf: (item: Item) => Line,
  count = items.length,
): readonly Line[] {
  if (count === 0) return [];
  const shown = items.slice(0, SHOWN);
  const rest = count - shown.length;
  return [
    line({ text: title, as: 'heading' }),
    ...shown.map(lineOf),
    ...(rest > 0 ? [indented(2, quiet(`and ${sayNumber(rest)} more, all of them in --json`))] : []),
  ];
}

function few(values: readonly string[]): string {
  const shown = values.slice(0, SHOWN);
  return values.length > shown.length ? `${shown.join(', ')} …` : listed(shown);
}

function sayRows(rows: readonly number[]): string {
  const [first] = rows;
  return rows.length === 1
    ? `row ${first}`
    : `rows ${rows.slice(0, SHOWN).join(', ')}${rows.length > SHOWN ? ' …' : ''}`;
}
