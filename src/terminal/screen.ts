import type { Answers } from '../core/answers.ts';
import type { Asked, Reply } from '../core/asked.ts';
import { indented, quiet, type Span } from '../core/page.ts';
import { drawnPage, type Look } from './drawn-page.ts';
import type { Move, Prompt, Said } from './prompt.ts';
import { promptWords } from './prompt-words.ts';
import { doneLines, questionLines, whyLines } from './question-frame.ts';
import { typedRows } from './typed-rows.ts';

/** A question on the screen: its prompt, and what stands below it until the next key. */
export interface Screen {
  readonly prompt: Prompt;
  readonly note?: Span | undefined;
  readonly why?: readonly string[] | undefined;
  /** Set once it is answered. */
  readonly said?: Said | undefined;
}

/** How a question ends: with a reply, or by way of the editor to the prompt that `resume` makes of the edited text. */
export type Ending =
  | { readonly kind: 'reply'; readonly reply: Reply; readonly said: Said | undefined }
  | { readonly kind: 'editor'; readonly text: string; readonly resume: (text: string) => Prompt };

/** What a move leads to: the next screen, or the end of the question. */
export function follow(asked: Asked, screen: Screen, move: Move): Screen | Ending {
  switch (move.to) {
    case 'stay':
      return { prompt: move.prompt, note: move.note };
    case 'say':
      return { prompt: screen.prompt, note: move.note };
    case 'why':
      return { prompt: screen.prompt, why: screen.why === undefined ? move.why : undefined };
    case 'back':
      return asked.canGoBack
        ? { kind: 'reply', reply: { kind: 'back' }, said: undefined }
        : { prompt: screen.prompt, note: quiet(promptWords(asked).firstQuestion) };
    case 'enter':
      return asked.enter.answers === undefined
        ? { prompt: screen.prompt, note: quiet(promptWords(asked).needed) }
        : answered(asked, asked.enter.answers, { text: asked.enter.said ?? asked.enter.label, mayCut: true });
    case 'clear':
      return answered(asked, asked.enter.clears ?? {}, { text: promptWords(asked).cleared, mayCut: false });
    case 'answers':
      return answered(asked, move.answers, move.said);
    case 'editor':
      break;
  }
  return { kind: 'editor', text: move.text, resume: move.resume };
}

/** Rows to write, and where the cursor stands in them. */
export interface Picture {
  /** Up to and with the row of the cursor. */
  readonly above: readonly string[];
  readonly below: readonly string[];
  /** Characters before the cursor in its row; undefined once there is nothing to type. */
  readonly cursorAt: number | undefined;
  readonly isEmpty: boolean;
}

/** A screen as lines for the terminal, with where its cursor stands. */
export function drawnScreen(asked: Asked, screen: Screen, look: Look): Picture {
  if (screen.said !== undefined) {
    const done = drawnPage(doneLines(asked.ask, screen.said, look), look);
    return { above: done, below: [], cursorAt: undefined, isEmpty: true };
  }
  const body = screen.prompt.show(look);
  const { rows, cursorRow, cursorAt } = typedRows(body.typed, look);
  const notes = screen.note === undefined ? [] : [indented(2, screen.note)];
  return {
    above: [...drawnPage([...questionLines(asked), ...body.lines], look), ...rows.slice(0, cursorRow + 1)],
    below: [...rows.slice(cursorRow + 1), ...drawnPage([...notes, ...whyLines(screen.why ?? [])], look)],
    cursorAt,
    isEmpty: body.typed.text === '',
  };
}

/** Of an answer that stands above already nothing more is said; one that takes its place is said to count. */
function answered(asked: Asked, answers: Answers, said: Said): Ending {
  const reply: Reply = { kind: 'answers', answers };
  if (asked.isAnew !== true) return { kind: 'reply', reply, said };
  const counts = promptWords(asked).counts;
  return { kind: 'reply', reply, said: isOther(asked, answers) ? { ...said, counts } : undefined };
}

/** Whether answers are not those that the question has by now. */
function isOther({ enter }: Asked, answers: Answers): boolean {
  const kept = enter.isKept === true ? enter.answers : undefined;
  if (kept === undefined) return true;
  const ids = Object.keys({ ...kept, ...answers });
  return ids.some((id) => JSON.stringify(kept[id] ?? null) !== JSON.stringify(answers[id] ?? null));
}
