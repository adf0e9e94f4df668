import { ownEndingKey } from '../crm/own-endings.ts';
import type { ImportSummary } from '../core/exchange/import-json.ts';
import type { TakenIn } from './take-in.ts';

/** What an import came to, in the words of the file: headings instead of places. */
export function summaryOf({ plan, tally }: TakenIn, isDryRun: boolean): ImportSummary {
  const { file, reading, currency, namedStages } = plan;
  const { headings, columns, formats, profile } = reading;
  const heading = (column: number): string => headings[column] || `column ${column + 1}`;
  const orders = [...formats.days].flatMap(([column, { order }]) => (order ? [[heading(column), order]] : []));
  return {
    isDryRun,
    profile: { id: profile.id, name: profile.name },
    encoding: file.encoding,
    delimiter: file.layout.delimiter,
    headerRow: file.layout.headerRow,
    columns: Object.fromEntries([...columns.roles].map(([role, places]) => [role, places.map(heading)])),
    fields: columns.fields.map(({ name }) => name),
    ignored: columns.ignored,
    dayOrders: Object.fromEntries(orders),
    decimalSign: [...formats.amounts.values()].find((sign) => sign !== undefined),
    guessedCurrency: currency.by === 'guessed' ? currency.code : undefined,
    ...tally,
    deletedInCrm: tally.deletedInCrm.map(({ row }) => row),
    openStages: [...tally.openStages],
    missingStages: namedStages.filter((stage) => !tally.namedStages.has(ownEndingKey(stage))),
    pipelines: [...tally.pipelines],
  };
}
