import type { Answers } from '../core/answers.ts';
import type { Asked, ChoiceForm, FollowOn, Option } from '../core/asked.ts';
import { indented, line, quiet, type Span } from '../core/page.ts';
import type { Burst } from './bursts.ts';
import type { Look, MarkedLine } from './drawn-page.ts';
import { optionLines, type OptionPage, optionPages } from './option-lines.ts';
import { unknownKey, withKey } from './option-keys.ts';
import { commandOf, type Move, type Prompt, say } from './prompt.ts';
import { promptWords } from './prompt-words.ts';
import { hintLine, keyHints } from './question-frame.ts';
import { typedPrompt } from './typed-prompt.ts';
import { graphemes } from './text-width.ts';
import { NOTHING_TYPED } from './typed-text.ts';

/** Where a choice stands: the option that an arrow has reached, and the page that is open. */
interface Place {
  readonly highlighted: number | undefined;
  readonly page: number;
}

/** One key picks one option at once; arrows and Enter do too. A pasted text picks nothing. */
export function choicePrompt(asked: Asked, form: ChoiceForm, place: Place = BEGINNING): Prompt {
  const { highlighted } = place;
  const to = (next: Place): Move => ({ to: 'stay', prompt: choicePrompt(asked, form, next) });
  const choice: Prompt = {
    show: (look) => ({ lines: choiceLines(asked, form, place, look), typed: NOTHING_TYPED }),
    press: (burst, look) => {
      const key = burst.text.trim();
      const { page, pages } = opened(form, place, look);
      if (burst.pasted || graphemes(key).length > 1) return leftOut(asked, choice, burst);
      if (key === '<' && page > 0) return to({ highlighted: undefined, page: page - 1 });
      if (key !== '') return commandMove(asked, key) ?? keyMove(asked, form, key, choice);
      const goesOn = burst.key === 'page-down' || (burst.key === 'enter' && highlighted === undefined);
      if (goesOn && page + 1 < pages.length) return to({ highlighted: undefined, page: page + 1 });
      if (burst.key === 'page-up') return to({ highlighted: undefined, page: Math.max(0, page - 1) });
      if (burst.key === 'enter') return enterMove(asked, form, highlighted, choice);
      return to(moved(place, burst, form.options.length, pages));
    },
  };
  return choice;
}

const BEGINNING: Place = { highlighted: undefined, page: 0 };

function choiceLines(asked: Asked, form: ChoiceForm, place: Place, look: Look): readonly MarkedLine[] {
  const { page, pages } = opened(form, place, look);
  const { highlighted } = place;
  const hints = hintLine(asked.hint, choiceHints(asked, highlighted, { page, of: pages.length }));
  if (!form.inPages) return [hints, ...optionLines(form.options, highlighted, look)];
  const count = pages.length > 1 ? [indented(2, quiet(promptWords(asked).page(page + 1, pages.length)))] : [];
  return [hints, ...(pages[page]?.lines ?? []), ...count];
}

/** The pages as the screen is now, and the one that is open: a window made larger may have fewer of them. */
function opened(
  form: ChoiceForm,
  { highlighted, page }: Place,
  look: Look,
): { readonly pages: readonly OptionPage[]; readonly page: number } {
  if (!form.inPages) return { pages: [], page: 0 };
  const pages = optionPages(form.options, highlighted, look);
  const withHighlight = pages.findIndex(({ begins }) => highlighted !== undefined && begins.includes(highlighted));
  return { pages, page: withHighlight < 0 ? Math.min(page, pages.length - 1) : withHighlight };
}

/**
 * Words typed by mistake end with an Enter by habit, which must not answer the question, and arrows may come with them: what
 * is said of the words stays until another key is pressed.
 */
function leftOut(asked: Asked, choice: Prompt, burst: Burst): Move {
  const note = quiet(promptWords(asked).looksPasted);
  return { to: 'stay', prompt: stillNoted(choice, note, burst.key !== 'enter'), note };
}

/** `ignoresEnter` until the first one. */
function stillNoted(choice: Prompt, note: Span, ignoresEnter: boolean): Prompt {
  return {
    ...choice,
    press: async (burst, look) => {
      const isKey = burst.text.trim() === '' && !burst.pasted;
      if (isKey && burst.key === 'enter' && ignoresEnter) return { to: 'stay', prompt: choice, note };
      const move = await choice.press(burst, look);
      return isKey && move.to === 'stay' ? { ...move, prompt: stillNoted(move.prompt, note, false), note } : move;
    },
  };
}

/** What the keys that are no option do; Enter in the same burst is habit and changes nothing. */
function commandMove(asked: Asked, key: string): Move | undefined {
  const command = commandOf(key);
  if (command === '<') return { to: 'back' };
  if (command === '?') return { to: 'why', why: asked.why };
  return command === '-' && asked.enter.clears !== undefined ? { to: 'clear' } : undefined;
}

function keyMove(asked: Asked, form: ChoiceForm, key: string, choice: Prompt): Move {
  const option = withKey(form.options, key);
  return option === undefined ? say(quiet(unknownKey(asked, key, form.options))) : picked(asked, option, choice);
}

function enterMove(asked: Asked, form: ChoiceForm, highlighted: number | undefined, choice: Prompt): Move {
  const option = highlighted === undefined ? undefined : form.options[highlighted];
  return option === undefined ? { to: 'enter' } : picked(asked, option, choice);
}

function picked(asked: Asked, option: Option, choice: Prompt): Move {
  return nextMove({ asked, option, choice }, option.followOns ?? [], {
    answers: option.answers,
    words: option.said ?? option.label,
  });
}

/** A picked option, and the choice to go back to. */
interface Pick {
  readonly asked: Asked;
  readonly option: Option;
  readonly choice: Prompt;
}

interface Gathered {
  readonly answers: Answers;
  readonly words: string;
}

/** The next of the lines that belong to the option, or all answers once there is none. */
function nextMove(pick: Pick, lines: readonly FollowOn[], { answers, words }: Gathered): Move {
  const [followOn, ...others] = lines;
  if (followOn === undefined) return { to: 'answers', answers, said: { text: words, mayCut: false } };
  const next = (added: Answers, addedWords?: string): Move =>
    nextMove(pick, others, {
      answers: { ...answers, ...added },
      words: addedWords === undefined ? words : `${words}: ${addedWords}`,
    });
  return { to: 'stay', prompt: followOnPrompt(pick, followOn, next) };
}

function followOnPrompt(
  { asked, option, choice }: Pick,
  followOn: FollowOn,
  next: (added: Answers, words?: string) => Move,
): Prompt {
  const words = promptWords(asked);
  const keys = [...(followOn.optional ? [words.enter(words.skip)] : []), words.why, words.back];
  return typedPrompt({
    words,
    lineBreaks: 'join',
    lines: () => [
      indented(2, quiet(option.label)),
      line({ text: followOn.ask, as: 'strong' }),
      hintLine(followOn.hint, keys),
    ],
    onEmpty: followOn.optional ? next({}) : say(quiet(words.neededHere)),
    onBack: { to: 'stay', prompt: choice },
    why: asked.why,
    submit: async (text, mend) => {
      const read = await followOn.read(text);
      return 'problem' in read ? mend(read.problem) : next(read.value, read.understood ?? text);
    },
  });
}

function choiceHints(
  asked: Asked,
  highlighted: number | undefined,
  { page, of }: { readonly page: number; readonly of: number },
): readonly string[] {
  const { pick, nextPage } = promptWords(asked);
  const label = highlighted !== undefined ? pick : page + 1 < of ? nextPage : asked.enter.label;
  return keyHints({ ...asked, enter: { ...asked.enter, label }, canGoBack: asked.canGoBack || page > 0 });
}

/** The arrows go round by way of no option at all, so that Enter can mean again what it meant at first. */
function moved({ highlighted, page }: Place, { key }: Burst, count: number, pages: readonly OptionPage[]): Place {
  const step = key === 'down' ? 1 : key === 'up' ? -1 : 0;
  if (step === 0) return { highlighted, page };
  const first = pages[page]?.begins[0] ?? 0;
  const places = count + 1;
  const from = highlighted === undefined ? (step > 0 ? first : 0) : highlighted + 1;
  const place = (from + step + places) % places;
  return { highlighted: place === 0 ? undefined : place - 1, page };
}
