import type { AlikeDeal, DeletedHere, ImportConflict, DealOfRow, Refusal, Unread } from './imported-deal.ts';
import { SCHEMA_VERSION } from '../deal-json.ts';

/** What an import came to, and how the file was read. */
export interface ImportSummary {
  /** Whether nothing was written, and this is what it would have been. */
  readonly isDryRun: boolean;
  readonly profile: { readonly id: string; readonly name: string };
  readonly encoding: string;
  readonly delimiter: string;
  readonly headerRow: number;
  /** The headings of each fact. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly fields: readonly string[];
  readonly ignored: readonly string[];
  /** Which number of a date is the day, by heading, where a column has such dates. */
  readonly dayOrders: Readonly<Record<string, string>>;
  readonly decimalSign: string | undefined;
  /** For amounts without one, where nobody has named it. */
  readonly guessedCurrency: string | undefined;
  readonly rows: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: readonly Refusal[];
  readonly won: number;
  readonly lost: number;
  readonly open: number;
  readonly openStages: readonly string[];
  /** Stages that the person named as won or lost, and that no deal has. */
  readonly missingStages: readonly string[];
  readonly pipelines: readonly string[];
  readonly leftOut: readonly number[];
  /** Rows that the CRM marks as deleted, which are left out too. */
  readonly deletedInCrm: readonly number[];
  /** Those of them that are on file. */
  readonly deletedHere: readonly DeletedHere[];
  /** Rows of deals that the CRM has as closed on a day that has not come; until then they are open. */
  readonly closesLater: readonly number[];
  readonly conflicts: readonly ImportConflict[];
  readonly named: readonly DealOfRow[];
  /** Rows of deals that were deleted here and stay so. */
  readonly stayDeleted: readonly DealOfRow[];
  readonly alike: readonly AlikeDeal[];
  readonly unread: readonly Unread[];
  readonly unreadCount: number;
}

/** The contract of `import --json` (see `docs/json.md`). */
export function importJson(summary: ImportSummary): Record<string, unknown> {
  const { profile, encoding, delimiter, refused } = summary;
  return {
    schemaVersion: SCHEMA_VERSION,
    profile: profile.id,
    encoding,
    delimiter,
    rows: summary.rows,
    new: summary.new,
    changed: summary.changed,
    unchanged: summary.unchanged,
    refused: refused.length,
    refusals: refused.map(({ row, why }) => ({ row, why })),
    won: summary.won,
    lost: summary.lost,
    open: summary.open,
    dryRun: summary.isDryRun,
    headerRow: summary.headerRow,
    leftOut: summary.leftOut,
    deletedInCrm: summary.deletedInCrm,
    deletedOnFile: summary.deletedHere.map(({ row, deal, isWorkedOn, isTakenOut }) => ({
      row,
      deal,
      isWorkedOn,
      isTakenOut,
    })),
    stayDeleted: summary.stayDeleted.map(({ row, deal }) => ({ row, deal })),
    closesLater: summary.closesLater,
    openStages: summary.openStages,
    missingStages: summary.missingStages,
    columns: summary.columns,
    fields: summary.fields,
    dayOrders: summary.dayOrders,
    decimalSign: summary.decimalSign ?? null,
    guessedCurrency: summary.guessedCurrency ?? null,
    conflicts: summary.conflicts.map(({ row, deal, field, kept, crm }) => ({ row, deal, field, kept, crm })),
    byName: summary.named.map(({ row, deal }) => ({ row, deal })),
    alike: summary.alike.map(({ row, deal, decidedOn }) => ({ row, deal, decidedOn })),
    notRead: { count: summary.unreadCount, first: summary.unread },
  };
}
