import type { Answers } from '../core/answers.ts';
import type { Asked, ChoiceForm, FollowOn, Option } from '../core/asked.ts';
import { indented, line, quiet } from '../core/page.ts';
import type { Span } from '../core/page.ts';
import type { Burst } from './bursts.ts';
import { leavesRoom, together } from './drawn-page.ts';
import type { Look, MarkedLine } from './drawn-page.ts';
import { unknownKey, withKey } from './option-keys.ts';
import { commandOf, say } from './prompt.ts';
import type { Move, Prompt } from './prompt.ts';
import { promptWords } from './prompt-words.ts';
import { hintLine, keyHints } from './question-frame.ts';
import { typedPrompt } from './typed-prompt.ts';
import { graphemes } from './text-width.ts';
import { NOTHING_TYPED } from './typed-text.ts';

/** One key picks one option at once; arrows and Enter do too. A pasted text picks nothing. */
export function choicePrompt(asked: Asked, form: ChoiceForm, highlighted?: number): Prompt {
  const choice: Prompt = {
    show: (look) => ({
      lines: [hintLine(asked.hint, choiceHints(asked, highlighted)), ...optionLines(form.options, highlighted, look)],
      typed: NOTHING_TYPED,
    }),
    press: (burst) => {
      const key = burst.text.trim();
      if (burst.pasted || graphemes(key).length > 1) return leftOut(asked, choice, burst);
      if (key !== '') return commandMove(asked, key) ?? keyMove(asked, form, key, choice);
      if (burst.key === 'enter') return enterMove(asked, form, highlighted, choice);
      return { to: 'stay', prompt: choicePrompt(asked, form, moved(highlighted, burst, form.options.length)) };
    },
  };
  return choice;
}

/** Words typed by mistake end with an Enter by habit, which must not answer the question: the first one only clears the note. */
function leftOut(asked: Asked, choice: Prompt, burst: Burst): Move {
  const note = quiet(promptWords(asked).looksPasted);
  if (burst.key === 'enter') return say(note);
  const waiting: Prompt = {
    ...choice,
    press: (next) =>
      next.text.trim() === '' && next.key === 'enter' ? { to: 'stay', prompt: choice } : choice.press(next),
  };
  return { to: 'stay', prompt: waiting, note };
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
  return nextMove({ asked, option, choice }, option.followOns ?? [], { answers: option.answers, words: option.label });
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

function choiceHints(asked: Asked, highlighted: number | undefined): readonly string[] {
  return keyHints(
    highlighted === undefined ? asked : { ...asked, enter: { ...asked.enter, label: promptWords(asked).pick } },
  );
}

/** The arrows go round by way of no option at all, so that Enter can mean again what it meant at first. */
function moved(highlighted: number | undefined, { key }: Burst, count: number): number | undefined {
  const places = count + 1;
  const step = key === 'down' ? 1 : key === 'up' ? -1 : 0;
  const place = ((highlighted === undefined ? 0 : highlighted + 1) + step + places) % places;
  return place === 0 ? undefined : place - 1;
}

/** One option a line under its heading; on a screen too low for that, one paragraph for each heading. */
function optionLines(options: readonly Option[], highlighted: number | undefined, look: Look): readonly MarkedLine[] {
  const marked = options.map((option, index) => ({ option, isHighlighted: index === highlighted }));
  const groups = grouped(marked);
  const lines = groups.flatMap(({ heading, members }) => [...headingLines(heading), ...members.map(optionLine)]);
  if (leavesRoom(lines, look)) return lines;
  return groups.flatMap(({ heading, members }) => [...headingLines(heading), indented(2, ...members.flatMap(inARow))]);
}

interface MarkedOption {
  readonly option: Option;
  readonly isHighlighted: boolean;
}

interface Group {
  readonly heading: string | undefined;
  readonly members: readonly MarkedOption[];
}

function grouped(marked: readonly MarkedOption[]): readonly Group[] {
  const groups: Group[] = [];
  for (const member of marked) {
    const heading = member.option.group;
    const last = groups.at(-1);
    if (last !== undefined && last.heading === heading)
      groups.splice(-1, 1, { heading, members: [...last.members, member] });
    else groups.push({ heading, members: [member] });
  }
  return groups;
}

function headingLines(heading: string | undefined): readonly MarkedLine[] {
  return heading === undefined ? [] : [line(quiet(heading))];
}

function optionLine({ option: { key, label }, isHighlighted }: MarkedOption): MarkedLine {
  return {
    mark: [{ text: isHighlighted ? '> ' : '  ' }, { text: key, as: 'id' }],
    indent: key.length + 4,
    spans: [isHighlighted ? { text: label, as: 'strong' } : { text: label }],
  };
}

function inARow({ option: { key, label }, isHighlighted }: MarkedOption): readonly Span[] {
  const text = `${together(`${key} `)}${label}`;
  return [isHighlighted ? { text: `>${text}`, as: 'strong' } : { text }, { text: '   ' }];
}
