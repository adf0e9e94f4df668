import type { Answers } from './answers.ts';
import { holds } from './condition.ts';
import type { PlannedEntry } from './debrief.ts';
import { factsOf } from './facts.ts';
import { type Framework, shownTag } from './framework.ts';
import type { Context } from './questions/kind.ts';
import { filled } from './text/template.ts';
import { wordsOf } from './words.ts';

/** One lesson in a few words: `Discovery: priorities asked late`. */
export interface LessonInBrief {
  readonly tag: string;
  readonly text: string;
}

/** What the debrief comes to under each lesson, in the words of the framework. */
export function lessonsInBrief(
  framework: Framework,
  answers: Answers,
  followUp: PlannedEntry | undefined,
  context: Context,
): readonly LessonInBrief[] {
  const known = factsOf(framework, answers, context);
  const said = wordsOf(framework, answers, context);
  const callDay = followUp && context.speech.days.short(followUp.on);
  return framework.closing.flatMap((line) => {
    const found = line.say.find(({ when }) => holds(when, (name) => (name === 'follow-up' ? callDay : known(name))));
    return found
      ? { tag: shownTag(line), text: filled(found.text, (name) => (name === 'follow-up' ? callDay : said(name))) }
      : [];
  });
}
