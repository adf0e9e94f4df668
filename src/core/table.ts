/** Rows and columns, as figures and lists make them and formats print them. Neither side knows the other. */
export interface Table {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  /** May be made as they are taken, and taken once: a long table need not be held whole. */
  readonly rows: Iterable<Row>;
  /** Sentences below the table. */
  readonly notes: readonly string[];
}

/** One column of a table, by its key in JSON and its title for people. */
export interface Column {
  /** Its name in JSON and in TSV. */
  readonly key: string;
  readonly title: string;
  readonly kind: 'text' | 'number' | 'day' | 'money' | 'share';
  /** Of a text that is a code: the words for a person. Programs read the code. */
  readonly words?: Readonly<Record<string, string>>;
  /** Left out for a person before anything else is cut. */
  readonly isFirstToGo?: true;
}

/** The cells of one row, in the order of the columns. */
export type Row = readonly (string | number | null)[];
