import type { Answers, Reading } from '../../src/core/answers.ts';
import type { Asked, Form, Option } from '../../src/core/asked.ts';
import { askedQuestion } from '../../src/core/asked-question.ts';
import type { Framework } from '../../src/core/framework.ts';
import { nextQuestion, record } from '../../src/core/interview.ts';
import type { Context } from '../../src/core/questions/kind.ts';

/** One way through an interview: the ids that were asked, in order, and what was answered. */
export interface Road {
  readonly asked: readonly string[];
  readonly answers: Answers;
}

/** Picks a number below a count: the dice that choose a road. */
export type Dice = (count: number) => number;

/** Answers every question as the dice fall, the way a terminal would hand the replies in. */
export async function walk(framework: Framework, context: Context, dice: Dice): Promise<Road> {
  const asked: string[] = [];
  let answers: Answers = {};
  for (;;) {
    const question = nextQuestion(framework, answers, context);
    if (!question) return { asked, answers };
    if (asked.length > framework.questions.length) throw new Error(`The interview goes round: ${asked.join(', ')}`);
    asked.push(question.id);
    const asking = askedQuestion(framework, question, answers, context, () => 0);
    answers = record(framework, answers, question, await replyTo(asking, dice), context);
  }
}

async function replyTo({ form, enter }: Asked, dice: Dice): Promise<Answers> {
  if (enter.answers && dice(4) === 0) return enter.answers;
  return (await answerTo(form, dice)) ?? enter.answers ?? {};
}

async function answerTo(form: Form, dice: Dice): Promise<Answers | undefined> {
  switch (form.form) {
    case 'choice':
      return chosen(form.options[dice(form.options.length)], dice);
    case 'grid':
      return form.gather(form.rows.map(({ options }) => [undefined, ...options][dice(options.length + 1)]?.value));
    case 'line':
    case 'paragraphs':
      return typed(form.read, dice);
  }
}

async function chosen(option: Option | undefined, dice: Dice): Promise<Answers> {
  let answers = option?.answers ?? {};
  for (const { read } of option?.followOns ?? []) answers = { ...answers, ...(await typed(read, dice)) };
  return answers;
}

/** The first line, from one the dice choose onwards, that reads well. */
async function typed(read: (text: string) => Reading<Answers>, dice: Dice): Promise<Answers | undefined> {
  const first = dice(LINES.length);
  for (const line of [...LINES.slice(first), ...LINES.slice(0, first)]) {
    const result = await read(line);
    if (!('problem' in result)) return result.value;
  }
  return undefined;
}

const LINES = [
  'Northwind Logistics',
  '148k EUR 12m, onboarding free',
  '4k/mo 2 years',
  '2026-11-18',
  '2027-06-30',
  'last friday',
  'EUR',
  'Dana Reyes, CFO, +1 555 0100',
  'Globex',
  'nothing, because the budget was frozen',
  'Next time, when a demo is booked, I will ask who decides.',
  ' the connector ships\u2028in March',
  '{winner} and $& stay as they are',
  'They wrote:\n\n  "We went with Globex."\r\nDana',
];
