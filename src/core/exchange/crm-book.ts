/** What a column of an export can tell of a deal: the names that `import --map` takes. */
export const CRM_FACTS = [
  'id',
  'name',
  'account',
  'owner',
  'outcome',
  'stage',
  'amount',
  'currency',
  'createdOn',
  'closedOn',
  'reason',
  'competitor',
  'segment',
  'persona',
  'source',
  'product',
  'contact',
] as const;

/** Columns that say yes or no: how a deal ended, and whether the CRM still has it; and the pipeline, which is only watched. */
export const CRM_SIGNS = ['won', 'lost', 'closed', 'deleted', 'pipeline'] as const;

export type CrmFact = (typeof CRM_FACTS)[number];
/** What a column is read as. */
export type CrmRole = CrmFact | (typeof CRM_SIGNS)[number];

/** How one CRM names the columns of its exports. */
export interface CrmProfile {
  readonly id: string;
  readonly name: string;
  /** Sets of headings; a file that has all of one set is from this CRM. None: it is taken where no other fits. */
  readonly signatures: readonly (readonly string[])[];
  /** The headings of each role; the first that a file has is the one. */
  readonly columns: Readonly<Partial<Record<CrmRole, readonly string[]>>>;
  /** Roles for which a row may fill any of the columns, the first one first. */
  readonly either: readonly CrmRole[];
  /** Headings that mean nothing outside the CRM. */
  readonly ignore: readonly string[];
  /** How much of a record id tells deals apart, where one export writes it longer than another. */
  readonly idLength?: number | undefined;
}

/** Words by which CRMs tell how a deal ended: the whole text, or what it begins with. */
export interface CrmWords {
  readonly is: readonly string[];
  readonly begins: readonly string[];
}

/** All that is known of CRMs, as shipped. */
export interface CrmBook {
  readonly profiles: readonly CrmProfile[];
  readonly words: {
    readonly won: CrmWords;
    readonly lost: CrmWords;
    /** Closed, without a word of how. */
    readonly closed: CrmWords;
    /** Marks of rows that are no deals: duplicates, mistakes. */
    readonly 'no-deal': CrmWords;
    /** Marks of deals that are gone from the CRM. */
    readonly deleted: CrmWords;
    readonly yes: CrmWords;
    readonly no: CrmWords;
  };
}

/** The profile for files that no other knows. */
export const GENERIC = 'generic';
