import type { Answers } from '../core/answers.ts';
import type { Asked } from '../core/asked.ts';
import type { Framework, Question } from '../core/framework.ts';
import { asked as askedQuestions } from '../core/interview.ts';
import type { Context } from '../core/questions/kind.ts';
import { brief } from '../core/sentence.ts';
import { sayQuestion } from '../core/words.ts';

/** The screen before saving: every answer on one line, a letter to change it, Enter to save. */
export function reviewing(
  framework: Framework,
  answers: Answers,
  context: Context,
): { readonly asked: Asked; readonly questionFor: (picked: Answers) => Question | undefined } {
  const questions = askedQuestions(framework, answers, context).filter(({ kind }) => !SHOWN_WITH_OFFER.has(kind));
  const asked: Asked = {
    id: 'review',
    position: undefined,
    elapsed: undefined,
    tag: undefined,
    ask: 'This is what you answered.',
    hint: 'A letter changes its line.',
    why: ['Nothing is final before Enter.'],
    enter: { label: 'save', answers: {} },
    form: {
      form: 'choice',
      options: questions.map((question, index) => ({
        key: String.fromCharCode(97 + index),
        label: `${question.short}: ${brief(sayQuestion(framework, question, answers, context) ?? SKIPPED)}`,
        answers: { [PICKED]: question.id },
      })),
    },
    canGoBack: true,
  };
  return { asked, questionFor: (picked) => questions.find(({ id }) => id === picked[PICKED]) };
}

// The offer's line shows its currency too, and changing that line changes both.
const SHOWN_WITH_OFFER = new Set(['currency']);

const SKIPPED = '(skipped)';
const PICKED = 'picked';
