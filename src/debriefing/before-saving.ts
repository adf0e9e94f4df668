import type { Answers } from '../core/answers.ts';
import { APART, type Asked } from '../core/asked.ts';
import type { Framework, Question, Section } from '../core/framework.ts';
import { asked as askedQuestions } from '../core/interview.ts';
import type { Context } from '../core/questions/kind.ts';
import type { Speech } from '../core/speech/speech.ts';
import { sayQuestion } from '../core/words.ts';

/** The screen before saving: every answer on one line, a letter to change it, Enter to save. Or only those of one part. */
export function answersBeforeSaving(
  framework: Framework,
  answers: Answers,
  context: Context,
  part?: Section,
): { readonly asked: Asked; readonly questionFor: (picked: Answers) => Question | undefined } {
  const { asking, prompt } = context.speech;
  const words = asking.review;
  const questions = askedQuestions(framework, answers, context)
    .filter(({ kind }) => !SHOWN_WITH_OFFER.has(kind))
    .filter(({ section }) => !part || section === part.id);
  const asked: Asked = {
    id: 'review',
    ...APART,
    ask: part ? words.answeredIn(part.title) : words.answered,
    hint: words.letterChanges,
    spokenHint: prompt.plain.numberChanges,
    why: [words.notFinal],
    enter: { label: part ? words.allParts : words.save, answers: {} },
    form: {
      form: 'choice',
      inPages: true,
      options: questions.map((question, index) => ({
        key: String.fromCharCode(97 + index),
        label: `${question.short}: ${inOneLine(sayQuestion(framework, question, answers, context) ?? words.skipped, context.speech)}`,
        said: question.short,
        answers: { [PICKED]: question.id },
      })),
    },
    canGoBack: true,
    words: prompt,
  };
  return { asked, questionFor: (picked) => questions.find(({ id }) => id === picked[PICKED]) };
}

/** The same for a framework in parts, whose answers would not fit on a screen: one line for each part. */
export function partsBeforeSaving(
  framework: Framework,
  answers: Answers,
  context: Context,
): { readonly asked: Asked; readonly partFor: (picked: Answers) => Section | undefined } | undefined {
  const { sections } = framework;
  if (!sections) return undefined;
  const { asking, prompt } = context.speech;
  const words = asking.review;
  const asked: Asked = {
    id: 'review',
    ...APART,
    ask: words.allOfIt,
    hint: words.letterShows,
    spokenHint: prompt.plain.numberShows,
    why: [words.notFinal],
    enter: { label: words.keepIt, answers: {} },
    form: {
      form: 'choice',
      options: sections.map((section, index) => ({
        key: String.fromCharCode(97 + index),
        label: `${section.title}: ${sayCount(framework, answers, context, section)}`,
        answers: { [PICKED]: section.id },
      })),
    },
    canGoBack: true,
    words: prompt,
  };
  return { asked, partFor: (picked) => sections.find(({ id }) => id === picked[PICKED]) };
}

function sayCount(framework: Framework, answers: Answers, context: Context, { id }: Section): string {
  const questions = askedQuestions(framework, answers, context).filter(({ section }) => section === id);
  const answered = questions.filter((question) => sayQuestion(framework, question, answers, context) !== undefined);
  const { asking } = context.speech;
  return answered.length === 0 ? asking.skipped : asking.answers(answered.length);
}

/** All of an answer, as this is where it is looked over; of a pasted mail enough to know it by, and that the rest is kept. */
function inOneLine(text: string, { number, asking }: Speech): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_SHOWN) return line;
  const start = line.slice(0, line.lastIndexOf(' ', LONGEST_SHOWN) + 1 || LONGEST_SHOWN).trim();
  return `${start} … ${asking.review.keptWhole(number(text.length))}`;
}

const LONGEST_SHOWN = 600;

// The offer's line shows its currency too, and changing that line changes both.
const SHOWN_WITH_OFFER = new Set(['currency']);

const PICKED = 'picked';
