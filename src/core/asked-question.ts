import type { Answers } from './answers.ts';
import type { Asked, Enter, Form } from './asked.ts';
import { holds } from './condition.ts';
import { factsOf } from './facts.ts';
import { type Framework, type Question, sectionOf, wordingOf } from './framework.ts';
import { partsAnsweredBy, partsOf, positionOf, previousQuestion } from './interview.ts';
import { kindOf } from './questions/index.ts';
import type { Context } from './questions/kind.ts';
import { findReason, primaryReason } from './reasons.ts';
import { readyMade } from './rules.ts';
import { brief } from './text/sentence.ts';
import type { Speech } from './speech/speech.ts';
import { sayQuestion } from './words.ts';

/** A question of a framework as it is asked: put to the person in words, with what Enter stands for at this point. */
export function askedQuestion(
  framework: Framework,
  question: Question,
  answers: Answers,
  context: Context,
  elapsed: () => number,
): Asked {
  const { speech } = context;
  const facts = factsOf(framework, answers, context);
  const { ask, hint } = wordingOf(question, (when) => holds(when, facts));
  const form = withDash(kindOf(question).form(question, context, answers), question, speech);
  return {
    id: question.id,
    position: positionOf(framework, question, speech),
    elapsed,
    tag: question['tag-words'] ?? question.tag ?? sectionOf(framework, question)?.title,
    ask,
    hint:
      [compensationHint(question, answers, context), hint, suggestionHint(question, context)]
        .filter((part) => part !== undefined)
        .join(' ') || undefined,
    // The hints of choices and steps say which key is what.
    ...((form.form === 'choice' || form.form === 'grid') && { spokenHint: '' }),
    why: [question.why, question.credit],
    enter: enterOf(framework, question, answers, context),
    form,
    canGoBack: previousQuestion(framework, answers, context, question) !== undefined,
    words: speech.prompt,
  };
}

/** A lone dash is nobody's answer: it leaves the question out, also where nothing stands ready to be cleared. */
function withDash(form: Form, question: Question, { asking }: Speech): Form {
  if ((form.form !== 'line' && form.form !== 'paragraphs') || question.required) return form;
  const nothing: Answers = Object.fromEntries(idsAskedBy(question).map((id) => [id, null]));
  const read: typeof form.read = (text) =>
    text.trim() === '-' ? { value: nothing, understood: asking.skipped } : form.read(text);
  return { ...form, read };
}

function idsAskedBy(question: Question): readonly string[] {
  return partsOf(question)
    .filter(({ inPassing }) => !inPassing)
    .map(({ id }) => id);
}

/** What the numbers above the line are for. */
function suggestionHint({ kind }: Question, { dealNames, speech }: Context): string | undefined {
  return kind === 'deal' && dealNames.length > 0 ? speech.asking.numberTakesName : undefined;
}

function enterOf(framework: Framework, question: Question, answers: Answers, context: Context): Enter {
  const { asking, prompt } = context.speech;
  const nothing: Answers = Object.fromEntries(idsAskedBy(question).map((id) => [id, null]));
  const current = sayQuestion(framework, question, answers, context);
  if (current !== undefined) {
    const given = partsAnsweredBy(framework, question, answers, context).flatMap(({ id }) => {
      const value = answers[id];
      return value === undefined ? [] : [[id, value] as const];
    });
    return {
      label: asking.keep(brief(current)),
      said: brief(current),
      answers: Object.fromEntries(given),
      isKept: true,
      ...(!question.required && { clears: nothing }),
    };
  }
  if (question.enter === 'today') return { label: asking.today, answers: { [question.id]: context.today } };
  const ready = question.enter === 'from-rules' ? readyMade(framework, answers, context) : undefined;
  if (ready !== undefined)
    return { label: asking.keep(ready), said: ready, answers: { [question.id]: ready }, clears: nothing };
  if (question.required) return { label: '', answers: undefined };
  const isSkipped = Object.keys(nothing).every((id) => answers[id] === null);
  return { label: prompt.skip, said: asking.skipped, answers: nothing, ...(isSkipped && { isKept: true }) };
}

/** What has made up for this reason before, as a nudge and not as an answer. */
function compensationHint({ id }: Question, answers: Answers, { reasons, speech }: Context): string | undefined {
  const reason = id === 'compensation' ? findReason(reasons, primaryReason(answers)) : undefined;
  return reason && speech.asking.forExample(reason.compensate);
}
