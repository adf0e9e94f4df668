/** What a person reads on a terminal: lines of spans that say what they mean, never how they look. The terminal gives meaning its colours. */
export type Page = readonly Line[];

export interface Line {
  readonly spans: readonly Span[];
  /** Columns before the text; lines that wrap keep it. */
  readonly indent?: number;
}

export interface Span {
  readonly text: string;
  readonly as?: Meaning;
}

export type Meaning = 'heading' | 'late' | 'good' | 'quiet' | 'id' | 'strong';

/** One line of plain text or spans. */
export function line(...spans: readonly (string | Span)[]): Line {
  return { spans: spans.map((span) => (typeof span === 'string' ? { text: span } : span)) };
}

export function indented(indent: number, ...spans: readonly (string | Span)[]): Line {
  return { ...line(...spans), indent };
}

export const BLANK: Line = { spans: [] };

export function quiet(text: string): Span {
  return { text, as: 'quiet' };
}

export function heading(text: string): Span {
  return { text, as: 'heading' };
}
