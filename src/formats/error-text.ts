import { line, type Line, whole } from '../core/page.ts';
import { textPage } from './text-page.ts';

/**
 * What is said of an error or a pause, for a screen of so many columns: broken by words, with commands whole. A terminal would break
 * it in the middle of a word. Lines that are data, such as answers as JSON, stay whole.
 */
export async function errorText(text: string, columns: number): Promise<string> {
  const layout = { width: columns, ascii: false, paint: (part: string): string => part };
  return textPage(text.trimEnd().split('\n').map(errorLine), layout);
}

function errorLine(text: string): Line {
  if (DATA.test(text)) return whole(text);
  const label = LABEL.exec(text)?.[0] ?? '';
  return { ...line(text), hang: label.length };
}

const DATA = /^(?:[\s{}]|$)/;
const LABEL = /^(?:error:|try:) +/;
