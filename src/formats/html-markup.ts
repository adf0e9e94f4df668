import { cleanText } from '../core/text/clean-text.ts';

/** HTML that may stand on a page as it is. Only `markup` and `trusted` make it, so whatever else stands there was escaped. */
export interface Markup {
  readonly html: string;
}

type Part = string | number | Markup | readonly Markup[];

/** A piece of HTML as a template. What is put into it is text and shows as that text, unless it is HTML itself. */
export function markup(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { html: String.raw({ raw: pieces }, ...parts.map(inserted)) };
}

/** HTML that comes from where text was escaped already. */
export function trusted(text: string): Markup {
  return { html: text };
}

function inserted(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escaped(cleanText(String(part)));
  return 'html' in part ? part.html : part.map(({ html }) => html).join('');
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
