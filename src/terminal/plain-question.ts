import type { Answers, Read } from '../core/answers.ts';
import type { Asked, ChoiceForm, GridForm, GridRow, LineForm, Option, ParagraphsForm, Reply } from '../core/asked.ts';
import { brokenLine } from './broken-line.ts';
import type { Streams } from './editor.ts';
import { currentValues, heldIn, labelOf } from './grid-prompt.ts';
import { suggested } from './line-prompt.ts';
import { withKey } from './option-keys.ts';
import { plainEntry } from './plain-entry.ts';
import { promptWords } from './prompt-words.ts';
import { readAway } from './read-away.ts';
import { capitalised } from '../core/text/sentence.ts';
import { shownText } from '../core/text/shown-text.ts';
import { spokenText } from '../core/text/spoken-text.ts';
import { UNBROKEN } from '../core/text/unbroken.ts';
import { withWholeCommands } from '../core/text/whole-commands.ts';
import type { PromptWords } from '../core/speech/speech.ts';
import { holding } from '../core/user-error.ts';

/** Where to ask in plain lines. */
export interface PlainOptions extends Streams {
  readonly ascii: boolean;
  /** How wide the screen is just now. */
  readonly columns: () => number;
}

/** Asks in plain lines from top to bottom, for a screen reader: numbers for choices, and nothing is drawn twice. */
export async function askPlainly(asked: Asked, options: PlainOptions): Promise<Reply> {
  const desk = deskOf(options, promptWords(asked));
  if (asked.onlyOnceShown === true && (await readAway(options.input))) desk.say(desk.words.tooEarly);
  desk.say(questionSentence(asked));
  const { form } = asked;
  if (form.form === 'line') return askLine(asked, form, desk);
  if (form.form === 'paragraphs') return askParagraphs(asked, form, desk);
  return form.form === 'choice' ? askChoice(asked, form, desk) : askGrid(asked, form, desk);
}

/** Where plain lines are said and entries come from. */
interface Desk {
  readonly words: PromptWords;
  readonly say: (text: string) => void;
  readonly entry: () => Promise<string>;
}

function deskOf({ input, output, ascii, columns, stop }: PlainOptions, words: PromptWords): Desk {
  return {
    words,
    say: (text) => {
      const room = columns() - 1;
      const rows = brokenLine(withWholeCommands(shownText(spokenText(text), ascii), room), room);
      output.write(rows.map((row) => `${row.replaceAll(UNBROKEN, ' ').trimEnd()}\n`).join(''));
    },
    entry: async () => {
      return (await plainEntry({ input, output, ...(stop && { stop }) }, '> ', ascii)).trim();
    },
  };
}

/** "Question 7 of 13, No ego, 48 seconds. What did they say? Enter: skip. Question mark: why. Less than: back." */
function questionSentence(asked: Asked): string {
  const words = promptWords(asked);
  const position = asked.position === undefined ? undefined : placeIn(asked.position, words);
  const time = asked.elapsed === undefined ? undefined : sayTime(asked.elapsed(), words);
  const place = [position, asked.tag, time].filter((part) => part !== undefined).join(', ');
  const keys = [
    ...(asked.enter.clears === undefined ? [] : [words.plain.clear]),
    words.plain.why,
    ...(asked.canGoBack ? [words.plain.back] : []),
  ];
  const said = asked.spokenHint ?? asked.hint ?? '';
  const hint = said === '' ? [] : [said];
  // On a screen of several rows it is about a row, whatever it stands for elsewhere.
  const label = asked.form.form === 'grid' ? words.nextRow : asked.enter.label;
  const enter = label === '' ? [] : [words.enter(label)];
  return [...(place === '' ? [] : [place]), asked.ask, ...hint, ...enter, ...keys].map(sentence).join(' ');
}

/** A number by itself needs its noun; "part 2 of 5" has it. */
function placeIn(position: string, { plain }: PromptWords): string {
  return /^\d/.test(position) ? plain.question(position) : capitalised(position);
}

function sayTime(seconds: number, { plain }: PromptWords): string {
  const whole = Math.max(0, Math.floor(seconds));
  return plain.timeSpent(Math.floor(whole / 60), whole % 60);
}

function sentence(text: string): string {
  return /[.?!:…]["”’']?$/.test(text) ? text : `${text}.`;
}

/** One entry, after the keys that work everywhere have had it; undefined if it is still to be answered. */
async function replyOr(asked: Asked, desk: Desk, take: (entry: string) => Promise<Reply | undefined>): Promise<Reply> {
  for (;;) {
    const entry = await desk.entry();
    const reply = commandReply(asked, entry, desk) ?? (isCommand(asked, entry) ? undefined : await take(entry));
    if (reply !== undefined) return reply;
  }
}

function isCommand(asked: Asked, entry: string): boolean {
  return entry === '' || entry === '<' || entry === '?' || (entry === '-' && asked.enter.clears !== undefined);
}

function commandReply(asked: Asked, entry: string, desk: Desk): Reply | undefined {
  if (entry === '<' && asked.canGoBack) return { kind: 'back' };
  if (entry === '<') desk.say(desk.words.firstQuestion);
  if (entry === '?') for (const text of asked.why) desk.say(text);
  if (entry === '-' && asked.enter.clears !== undefined) return answered(asked.enter.clears);
  if (entry !== '') return undefined;
  if (asked.enter.answers !== undefined) return answered(asked.enter.answers);
  desk.say(desk.words.needed);
  return undefined;
}

function answered(answers: Answers): Reply {
  return { kind: 'answers', answers };
}

/** The answers that were read, said aloud as they were understood; undefined after a problem, which is said instead. */
function takeRead(read: Read<Answers>, desk: Desk): Answers | undefined {
  if ('problem' in read) {
    desk.say(read.problem);
    return undefined;
  }
  if (read.understood !== undefined) desk.say(sentence(desk.words.plain.understood(read.understood)));
  return read.value;
}

function askLine(asked: Asked, form: LineForm, desk: Desk): Promise<Reply> {
  form.suggestions?.forEach((text, index) => desk.say(`${index + 1}. ${text}`));
  return replyOr(asked, desk, async (entry) => {
    const line = asOneLine(entry, desk);
    const text = suggested(form, line) ?? line;
    const answers = takeRead(await form.read(text), desk);
    if (answers === undefined) return undefined;
    const advice = form.secondTry?.(text);
    return advice === undefined ? answered(answers) : secondTry(asked, form, desk, { advice, answers });
  });
}

function secondTry(
  asked: Asked,
  form: LineForm,
  desk: Desk,
  { advice, answers }: { readonly advice: string; readonly answers: Answers },
): Promise<Reply> {
  const { enter, keepMine } = desk.words;
  desk.say(`${sentence(advice)} ${enter(keepMine)}.`);
  const kept = { ...asked, enter: { label: keepMine, answers } };
  return replyOr(kept, desk, async (entry) => {
    const other = takeRead(await form.read(asOneLine(entry, desk)), desk);
    return other === undefined ? undefined : answered(other);
  });
}

function asOneLine(entry: string, desk: Desk): string {
  const lines = entry.split('\n').map((text) => text.trim());
  if (lines.length > 1) desk.say(desk.words.joined(lines.length));
  return lines.filter((text) => text !== '').join(' ');
}

function askParagraphs(asked: Asked, form: ParagraphsForm, desk: Desk): Promise<Reply> {
  return replyOr(asked, desk, async (entry) => {
    const answers = takeRead(await form.read(entry), desk);
    return answers === undefined ? undefined : answered(answers);
  });
}

function askChoice(asked: Asked, form: ChoiceForm, desk: Desk): Promise<Reply> {
  for (const [index, option] of form.options.entries()) {
    const isNewGroup = option.group !== undefined && option.group !== form.options[index - 1]?.group;
    if (isNewGroup) desk.say(`${option.group}:`);
    desk.say(`${index + 1}. ${option.label}`);
  }
  return replyOr(asked, desk, async (entry) => {
    const option = numbered(form.options, entry);
    if (option !== undefined) {
      desk.say(sentence(desk.words.plain.understood(option.said ?? option.label)));
      return askFollowOns(asked, option, desk);
    }
    desk.say(askForNumber(form.options.length, entry, desk));
    return undefined;
  });
}

/** The choice of that number, or of that key, where keys are not numbers themselves. */
function numbered<Choice extends { readonly key: string; readonly label: string }>(
  choices: readonly Choice[],
  entry: string,
): Choice | undefined {
  if (/^\d+$/.test(entry)) return choices[Number(entry) - 1];
  return withKey(choices, entry) ?? choices.find(({ label }) => sameWords(label, entry));
}

function sameWords(label: string, entry: string): boolean {
  return label.replaceAll(/\s/g, '').toLowerCase() === entry.replaceAll(/\s/g, '').toLowerCase();
}

function askForNumber(count: number, entry: string, { words: { plain } }: Desk): string {
  const left = entry.includes('\n') ? `${plain.pastedLeftOut} ` : '';
  return left + plain.typeNumber(count);
}

/** The lines that belong to an option; undefined if the person goes back to the choice. */
async function askFollowOns(asked: Asked, option: Option, desk: Desk): Promise<Reply | undefined> {
  const { words } = desk;
  let answers = option.answers;
  for (const followOn of option.followOns ?? []) {
    const keys = [...(followOn.optional ? [`${words.enter(words.skip)}.`] : []), words.plain.backToChoiceKey].join(' ');
    desk.say(
      [followOn.ask, ...(followOn.hint === undefined ? [] : [followOn.hint])].map(sentence).concat(keys).join(' '),
    );
    for (;;) {
      const entry = asOneLine(await desk.entry(), desk);
      if (entry === '<') {
        desk.say(words.plain.backToChoice);
        return undefined;
      }
      if (entry === '' && followOn.optional) break;
      if (entry === '?') {
        for (const text of asked.why) desk.say(text);
        continue;
      }
      const read = entry === '' ? { problem: words.plain.neededHere } : await followOn.read(entry);
      const added = takeRead(read, desk);
      if (added === undefined) continue;
      answers = { ...answers, ...added };
      break;
    }
  }
  return answered(answers);
}

/** One row after the other; `<` goes to the row before, and from the first row to the question before. */
async function askGrid(asked: Asked, form: GridForm, desk: Desk): Promise<Reply> {
  let values = currentValues(form);
  let at = 0;
  for (;;) {
    const row = form.rows[at];
    if (row === undefined) return answered(form.gather(values));
    const place = desk.words.plain.row(at + 1, form.rows.length);
    const answer = await askRow(asked, { row, place, value: values[at] }, desk).catch((error: unknown) => {
      throw holding(error, heldIn(form, values));
    });
    if (answer === 'clear') return answered(asked.enter.clears ?? {});
    if (answer !== 'back') {
      values = values.with(at, answer.value);
      at += 1;
    } else if (at > 0) at -= 1;
    else if (asked.canGoBack) return { kind: 'back' };
    else desk.say(desk.words.firstQuestion);
  }
}

interface PlainRow {
  readonly row: GridRow;
  readonly place: string;
  readonly value: string | undefined;
}

async function askRow(
  asked: Asked,
  { row, place, value }: PlainRow,
  desk: Desk,
): Promise<'back' | 'clear' | { readonly value: string | undefined }> {
  const now = labelOf(row, value);
  const options = row.options.map(({ label }, index) => `${index + 1} ${label}`).join(', ');
  desk.say(
    [`${place}, ${row.tag}: ${row.ask}`, ...(now === undefined ? [] : [desk.words.plain.now(now)]), options]
      .map(sentence)
      .join(' '),
  );
  for (;;) {
    const entry = await desk.entry();
    if (entry === '<') return 'back';
    if (entry === '') return { value };
    if (entry === '-' && asked.enter.clears !== undefined) return 'clear';
    if (entry === '?') for (const text of row.why) desk.say(text);
    const option = numbered(row.options, entry);
    if (option !== undefined) {
      desk.say(sentence(desk.words.plain.understood(option.label)));
      return { value: option.value };
    }
    if (entry !== '?') desk.say(askForNumber(row.options.length, entry, desk));
  }
}
