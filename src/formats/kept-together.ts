/** A space at which no line ends. */
export const UNBROKEN = '\u00a0';

/** A text in which no line ends between a number and its percent sign or its currency. */
export function keptTogether(text: string): string {
  return text.replaceAll(/(?<=\d) (?=%|[A-Z]{3}\b)/g, UNBROKEN);
}
