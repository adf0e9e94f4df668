import type { App } from '../app.ts';
import { textIn } from '../core/answers.ts';
import { APART, type Asked, type Form } from '../core/asked.ts';
import type { Options } from '../core/framework.ts';
import { keyed } from '../core/questions/option-keys.ts';
import { oneLine, readText } from '../core/questions/text.ts';
import { ENGLISH } from '../core/speech/english.ts';

/** A question that a command asks for what is missing: outside any framework, without a number, a clock or a way back. */
export interface SideQuestion {
  readonly id: string;
  readonly ask: string;
  readonly hint?: string;
  readonly why: string;
  /** Whether it cannot be skipped. */
  readonly required?: boolean;
}

/** Asks for one line; undefined if it was skipped. */
export async function askLine(app: App, question: SideQuestion): Promise<string | undefined> {
  return ask(app, question, {
    form: 'line',
    read: (typed) => {
      const read = readText(oneLine(typed));
      return 'problem' in read ? read : { value: { [question.id]: read.value }, understood: read.value };
    },
  });
}

/** Asks for a text of any length, kept word for word; undefined if it was skipped. */
export async function askWords(app: App, question: SideQuestion): Promise<string | undefined> {
  return ask(app, question, {
    form: 'paragraphs',
    current: '',
    read: (typed) => {
      const read = readText(typed.trim());
      return 'problem' in read ? read : { value: { [question.id]: read.value } };
    },
  });
}

/** Asks for one of some codes; undefined if it was skipped. */
export async function askChoice(app: App, question: SideQuestion, options: Options): Promise<string | undefined> {
  return ask(app, question, {
    form: 'choice',
    options: keyed(options).map(({ value, label, key }) => ({ key, label, answers: { [question.id]: value } })),
  });
}

async function ask(app: App, question: SideQuestion, form: Form): Promise<string | undefined> {
  const terminal = await app.terminal();
  const reply = await terminal.ask(asked(question, form));
  const given = reply.kind === 'answers' ? textIn(reply.answers, question.id) : undefined;
  return given === '' ? undefined : given;
}

function asked({ id, ask, hint, why, required = false }: SideQuestion, form: Form): Asked {
  return {
    id,
    ...APART,
    ask,
    hint,
    why: [why],
    enter: required ? { label: '', answers: undefined } : { label: 'skip', said: 'skipped', answers: {} },
    form,
    canGoBack: false,
    words: WORDS,
  };
}

/** These answers are kept together, after the last of them. */
const WORDS = { ...ENGLISH.prompt, needed: 'This one is needed. Ctrl-C stops, and nothing is kept.' };
