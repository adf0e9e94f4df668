import type { Line, Page, Span } from '../core/page.ts';
import { markdownText } from './markdown-text.ts';

/** Pages as one Markdown document to read and to print: what `show` says of each deal, with headings and quotes. */
export function* dossierMarkdown(pages: Iterable<Page>): Generator<string, void> {
  let isFirst = true;
  for (const page of pages) {
    yield `${isFirst ? '' : '\n'}${page.map((line, index) => lineOf(line, index === 0)).join('\n')}\n`;
    isFirst = false;
  }
}

function lineOf(line: Line, isTitle: boolean): string {
  const { spans, indent = 0, hang } = line;
  // Columns that a terminal lines up mean nothing here.
  const text = spans.map(spanOf).join('').trim().replaceAll(/ {2,}/g, ' ');
  if (text === '') return '';
  if (isTitle) return `# ${plain(spans)}`;
  if (spans.every(({ as }) => as === 'heading')) return `## ${plain(spans)}`;
  if (hang !== undefined) return `- ${text}`;
  // Two spaces at the end keep the line.
  return indent > 0 ? `> ${text}  ` : `${text}\n`;
}

function spanOf({ text, as }: Span): string {
  const shown = markdownText(text);
  if (as !== 'id' && as !== 'strong' && as !== 'quiet') return shown;
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(shown) ?? [];
  const mark = as === 'quiet' ? '*' : '**';
  return words === '' ? shown : `${before}${mark}${words}${mark}${after}`;
}

function plain(spans: readonly Span[]): string {
  return spans
    .map(({ text }) => markdownText(text))
    .join('')
    .trim()
    .replaceAll(/ {2,}/g, ' ');
}
