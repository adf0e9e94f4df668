import { UNBROKEN } from '../core/text/unbroken.ts';

/** A text in which no line ends between a number and its percent sign or its currency. */
export function keptTogether(text: string): string {
  return text.replaceAll(/(?<=\d) (?=%|[A-Z]{3}\b)/g, UNBROKEN);
}
