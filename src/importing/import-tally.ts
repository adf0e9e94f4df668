import type {
  AlikeDeal,
  DeletedHere,
  DeletedInCrm,
  ImportConflict,
  ImportedDeal,
  ImportVerdict,
  DealOfRow,
  Refusal,
  Unread,
} from '../core/exchange/imported-deal.ts';

/** What an import has come to, gathered row by row. */
export interface ImportTally {
  rows: number;
  new: number;
  changed: number;
  unchanged: number;
  readonly refused: Refusal[];
  /** Deals of the file, each counted once. */
  won: number;
  lost: number;
  open: number;
  readonly conflicts: ImportConflict[];
  readonly named: DealOfRow[];
  /** Rows of deals that were deleted here and stay so. */
  readonly stayDeleted: DealOfRow[];
  readonly alike: AlikeDeal[];
  /** The first of the cells that were not understood, and how many there are. */
  readonly unread: Unread[];
  unreadCount: number;
  /** Rows that are no deals. */
  readonly leftOut: number[];
  /** Rows that the CRM marks as deleted. */
  readonly deletedInCrm: DeletedInCrm[];
  /** Those of them that are on file. */
  readonly deletedHere: DeletedHere[];
  /** Rows of deals that the CRM has as closed on a day that has not come; until then they are open. */
  readonly closesLater: number[];
  readonly pipelines: Set<string>;
  /** Stages that the person named as won or lost, and that are there. */
  readonly namedStages: Set<string>;
  /** Words that were taken for open stages. */
  readonly openStages: Set<string>;
}

/** A tally of nothing yet. */
export function beginTally(): ImportTally {
  return {
    rows: 0,
    new: 0,
    changed: 0,
    unchanged: 0,
    refused: [],
    won: 0,
    lost: 0,
    open: 0,
    conflicts: [],
    named: [],
    stayDeleted: [],
    alike: [],
    unread: [],
    unreadCount: 0,
    leftOut: [],
    deletedInCrm: [],
    deletedHere: [],
    closesLater: [],
    pipelines: new Set(),
    openStages: new Set(),
    namedStages: new Set(),
  };
}

/** Counts what became of a deal. */
export function countVerdict(tally: ImportTally, deal: ImportedDeal, verdict: ImportVerdict): void {
  if (verdict.kind === 'refused') return void tally.refused.push({ row: deal.row, why: verdict.why });
  tally[verdict.kind] += 1;
  tally.conflicts.push(...verdict.conflicts);
  if (verdict.named) tally.named.push(verdict.named);
  if (verdict.stayDeleted) tally.stayDeleted.push(verdict.stayDeleted);
  if (verdict.isRepeated) return;
  if (deal.outcome === undefined) tally.open += 1;
  else tally[deal.outcome === 'won' ? 'won' : 'lost'] += 1;
}

/** Notes cells that were not understood; the first thousand are kept, and all are counted. */
export function noteUnread(tally: ImportTally, unread: readonly Unread[]): void {
  tally.unreadCount += unread.length;
  for (const one of unread) if (tally.unread.length < MOST_KEPT) tally.unread.push(one);
}

/** Keeps a value among those that were seen, as long as they are few: a column of free text is none of stages. */
export function noteValue(seen: Set<string>, value: string | undefined): void {
  if (value !== undefined && seen.size < MOST_VALUES) seen.add(value);
}

const MOST_KEPT = 1000;
const MOST_VALUES = 50;
