import type { Asked, ParagraphsForm } from '../core/asked.ts';
import { line, quiet } from '../core/page.ts';
import type { Prompt } from './prompt.ts';
import { promptWords } from './prompt-words.ts';
import { hintLine, keyHints } from './question-frame.ts';
import { moveFor, typedPrompt } from './typed-prompt.ts';
import { NOTHING_TYPED, typed, type TypedText } from './typed-text.ts';

/** Text of any length: pasted lines are kept, Enter typed alone ends it, Ctrl-G takes it to the editor and back. */
export function paragraphsPrompt(asked: Asked, form: ParagraphsForm, start: TypedText = NOTHING_TYPED): Prompt {
  const words = promptWords(asked);
  return typedPrompt(
    {
      words,
      lineBreaks: 'keep',
      lines: ({ text }) => [
        hintLine(asked.hint, [...keyHints(asked), words.editorKey]),
        ...(text.includes('\n') ? [line(quiet(words.lines(text.split('\n').length)))] : []),
      ],
      submit: async (text, mend) => moveFor(await form.read(text), text, mend),
      onEmpty: { to: 'enter' },
      onBack: { to: 'back' },
      onClear: asked.enter.clears === undefined ? undefined : { to: 'clear' },
      why: asked.why,
      onKey: (key, { text }) =>
        key === 'editor'
          ? {
              to: 'editor',
              text: text === '' ? form.current : text,
              resume: (changed) => paragraphsPrompt(asked, form, typed(changed)),
            }
          : undefined,
    },
    start,
  );
}
