/** What a person reads on a terminal: lines of spans that say what they mean, never how they look. The terminal gives meaning its colours. */
export type Page = readonly Line[];

/** One line, which wraps where it is too long. */
export interface Line {
  readonly spans: readonly Span[];
  /** Columns before the text; lines that wrap keep it. */
  readonly indent?: number;
  /** Further columns before the lines that it wraps into, so that a label stands free. */
  readonly hang?: number;
  /** Never broken, however long: a link, or text to be copied. */
  readonly isWhole?: boolean;
}

/** A piece of a line, and what it means. */
export interface Span {
  readonly text: string;
  readonly as?: Meaning;
}

/** What a span means; how that looks is for the terminal. */
export type Meaning = 'heading' | 'late' | 'good' | 'quiet' | 'id' | 'strong' | 'bar';

/** One line of plain text or spans. */
export function line(...spans: readonly (string | Span)[]): Line {
  return { spans: spans.map((span) => (typeof span === 'string' ? { text: span } : span)) };
}

/** A line with some columns before it. */
export function indented(indent: number, ...spans: readonly (string | Span)[]): Line {
  return { ...line(...spans), indent };
}

/** A line that stays one line on any screen. */
export function whole(text: string): Line {
  return { ...line(text), isWhole: true };
}

/** A line under a label: the label takes `width` columns, and what wraps stays beside it. */
export function item(indent: number, label: Span, width: number, ...spans: readonly (string | Span)[]): Line {
  return { ...line({ ...label, text: label.text.padEnd(width) }, ...spans), indent, hang: width };
}

/** The span of an id such as `A31`. */
export function idSpan(id: string): Span {
  return { text: id, as: 'id' };
}

/** An empty line. */
export const BLANK: Line = { spans: [] };

/** Words beside the point, such as what to type next. */
export function quiet(text: string): Span {
  return { text, as: 'quiet' };
}

/** The title of what follows. */
export function heading(text: string): Span {
  return { text, as: 'heading' };
}
