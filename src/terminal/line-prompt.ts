import type { Asked, LineForm } from '../core/asked.ts';
import { indented } from '../core/page.ts';
import type { MarkedLine } from './drawn-page.ts';
import type { Move, Prompt } from './prompt.ts';
import { promptWords } from './prompt-words.ts';
import { hintLine, keyHints } from './question-frame.ts';
import { moveFor, typedPrompt, type Typing } from './typed-prompt.ts';

/** One typed line, with suggestions to pick by number and, where the form wants it, a friendly second try. */
export function linePrompt(asked: Asked, form: LineForm): Prompt {
  return typedPrompt({
    ...waysOut(asked),
    lineBreaks: 'join',
    lines: () => [hintLine(asked.hint, keyHints(asked)), ...suggestionLines(form.suggestions ?? [])],
    onEmpty: { to: 'enter' },
    onClear: asked.enter.clears === undefined ? undefined : { to: 'clear' },
    submit: async (entry, mend) => {
      const text = suggested(form, entry) ?? entry;
      const read = await form.read(text);
      const advice = 'problem' in read ? undefined : form.secondTry?.(text);
      const first = moveFor(read, text, mend);
      return advice === undefined ? first : { to: 'stay', prompt: secondTry(asked, form, { text, advice, first }) };
    },
  });
}

/** The suggestion whose number was typed. */
export function suggested(form: LineForm, entry: string): string | undefined {
  return /^[1-9]\d?$/.test(entry) ? form.suggestions?.[Number(entry) - 1] : undefined;
}

interface FirstTry {
  readonly text: string;
  readonly advice: string;
  /** What the first text leads to, if it is kept. */
  readonly first: Move;
}

/** Says the advice once. Enter keeps the first text; another text takes its place and is not looked at again. */
function secondTry(asked: Asked, form: LineForm, { text, advice, first }: FirstTry): Prompt {
  const words = promptWords(asked);
  return typedPrompt({
    ...waysOut(asked),
    lineBreaks: 'join',
    lines: () => [
      indented(2, { text: `“${text}”`, as: 'quiet' }),
      indented(2, advice),
      hintLine(undefined, [words.enter(words.keepMine), words.why, ...(asked.canGoBack ? [words.back] : [])]),
    ],
    onEmpty: first,
    submit: async (other, mend) => moveFor(await form.read(other), other, mend),
  });
}

function waysOut(asked: Asked): Pick<Typing, 'onBack' | 'why' | 'words'> {
  return { onBack: { to: 'back' }, why: asked.why, words: promptWords(asked) };
}

function suggestionLines(suggestions: readonly string[]): readonly MarkedLine[] {
  return suggestions.map((text, index) => ({
    mark: [{ text: String(index + 1).padStart(3), as: 'id' }],
    indent: 5,
    spans: [{ text }],
  }));
}
