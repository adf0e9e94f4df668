import type { Asked, Reply } from '../core/asked.ts';
import { quiet, type Span } from '../core/page.ts';
import type { PromptWords } from '../core/speech/speech.ts';
import { loadWidths } from '../core/text/wide-text.ts';
import { choicePrompt } from './choice-prompt.ts';
import type { Look } from './drawn-page.ts';
import { editText, hasEditor, type Streams } from './editor.ts';
import { gridPrompt } from './grid-prompt.ts';
import { linePrompt } from './line-prompt.ts';
import { paragraphsPrompt } from './paragraphs-prompt.ts';
import type { Prompt } from './prompt.ts';
import { promptWords } from './prompt-words.ts';
import { askOnScreen } from './question-prompt.ts';
import { readAway } from './read-away.ts';
import type { Ending, Screen } from './screen.ts';
import { type TypedAhead, typedAhead } from './typed-ahead.ts';

/** Asks on a screen that redraws; the editor, where the person goes there, is a pause in the same question. */
export async function askWithKeys(
  asked: Asked,
  look: () => Look,
  streams: Streams,
  ahead: TypedAhead = typedAhead(),
): Promise<Reply> {
  await loadWidths(JSON.stringify(asked));
  let first: Screen = { prompt: promptFor(asked), note: await tooEarlyNote(asked, streams, ahead) };
  for (;;) {
    const ending = await askOnScreen({ asked, first, look }, streams, ahead);
    if (ending.kind === 'reply') return ending.reply;
    first = await editedScreen(ending, streams, promptWords(asked));
  }
}

/** The form of question that each one is. */
export function promptFor(asked: Asked): Prompt {
  const { form } = asked;
  if (form.form === 'line') return linePrompt(asked, form);
  if (form.form === 'paragraphs') return paragraphsPrompt(asked, form);
  return form.form === 'choice' ? choicePrompt(asked, form) : gridPrompt(asked, form);
}

/** Says what was left out, where nothing counts that was typed before the question was on the screen. */
async function tooEarlyNote(asked: Asked, { input }: Streams, ahead: TypedAhead): Promise<Span | undefined> {
  if (asked.onlyOnceShown !== true) return undefined;
  const wasClosing = ahead.take().length > 0;
  return (await readAway(input)) || wasClosing ? quiet(promptWords(asked).tooEarly) : undefined;
}

async function editedScreen(
  { text, resume }: Ending & { kind: 'editor' },
  streams: Streams,
  words: PromptWords,
): Promise<Screen> {
  if (!hasEditor()) return { prompt: resume(text), note: quiet(words.noEditor) };
  const edited = await editText(text, streams, words);
  if (edited === undefined) return { prompt: resume(text), note: quiet(words.editorChangedNothing) };
  await loadWidths(edited);
  return { prompt: resume(edited), note: quiet(words.backFromEditor) };
}
