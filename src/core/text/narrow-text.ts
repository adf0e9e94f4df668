/**
 * Whether every character takes one column and stands for itself, as in most of what is ever asked, answered or counted
 * here. Such a text is as wide as it is long, which spares the tables of wide characters.
 */
export function isNarrow(text: string): boolean {
  return NARROW.test(text);
}

const NARROW =
  /^[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u23ce\u2500-\u259f]*$/;
