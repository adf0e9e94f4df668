import type { Asked } from '../asked.ts';
import type { Line, Page } from '../page.ts';
import { shellWord } from './shell-word.ts';

/**
 * A text in which every command names the file that was named for this run: `lossdebrief undo` would take something back in
 * another. Commands that work on no file of deals stay as they are; without a path, so does the text.
 */
export function withNamedFile(text: string, path: string | undefined): string {
  // Not as a pattern of `replace`, in which a dollar sign means something.
  return path === undefined ? text : text.replaceAll(COMMAND, (program) => `${program}--db ${shellWord(path)} `);
}

/** A page in which every command does. */
export function pageWithNamedFile(page: Page, path: string | undefined): Page {
  return path === undefined ? page : page.map((line) => lineWithNamedFile(line, path));
}

/** A question in whose words every command does. What can be answered stays what it is. */
export function askedWithNamedFile(asked: Asked, path: string): Asked {
  const named = (text: string): string => withNamedFile(text, path);
  const { hint, spokenHint } = asked;
  return {
    ...asked,
    ask: named(asked.ask),
    hint: hint === undefined ? undefined : named(hint),
    ...(spokenHint !== undefined && { spokenHint: named(spokenHint) }),
    why: asked.why.map(named),
  };
}

function lineWithNamedFile(line: Line, path: string): Line {
  const spans = line.spans.map((span) => ({ ...span, text: withNamedFile(span.text, path) }));
  const isChanged = spans.some(({ text }, place) => text !== line.spans[place]?.text);
  // A path that is broken at a space is another one.
  return { ...line, spans, ...(isChanged && /\s/.test(path) && { isWhole: true }) };
}

const COMMAND =
  /\blossdebrief (?=(?:new|review|due|done|drop|snooze|report|list|show|edit|delete|purge|undo|log|lessons|phrases|focus|feedback|brief|opinion|import|export|backup|restore|doctor)(?![\w-]))/g;
