import { cleanText } from './clean-text.ts';

/** Any text as this terminal may show it: nothing that drives it, and plain characters for the fine ones if it is `ascii`. */
export function shownText(text: string, ascii: boolean, lineBreaks: 'keep' | 'mark' = 'mark'): string {
  const clean = cleanText(text, lineBreaks);
  return ascii ? clean.replaceAll(FINE, (character) => PLAIN_FOR[character] ?? '?') : clean;
}

const PLAIN_FOR: Readonly<Record<string, string>> = {
  '·': '-',
  '–': '-',
  '—': '-',
  '…': '...',
  '›': '>',
  '‹': '<',
  '»': '>>',
  '«': '<<',
  '→': '->',
  '←': '<-',
  '×': 'x',
  '“': '"',
  '”': '"',
  '„': '"',
  '‘': "'",
  '’': "'",
  '•': '*',
  '⏎': '/',
  '€': 'EUR',
  '\u00a0': ' ',
};

const FINE = new RegExp(`[${Object.keys(PLAIN_FOR).join('')}]`, 'g');
