import { factsNamedIn } from '../condition.ts';
import { domainOf } from './fact-domains.ts';
import { namedInFirst } from '../facts.ts';
import type { Complaint, FrameworkCheck } from './complaint.ts';
import { conditionsOn, type Framework } from '../framework.ts';
import { LOG_FACTS } from '../log-facts.ts';
import type { ReasonBook } from '../reasons.ts';

/** What only later looks at a deal have, and what can be wrong with it. */
export const REVIEW_CHECKS: readonly FrameworkCheck[] = [
  sectionsAreComplete,
  logKnowsTheAnswers,
  secondLookHidesTheFirst,
  fulfilledRulesExist,
  stepsStandBehindAQuestion,
];

/** Where a framework has parts, every question stands in one, and the questions of one stand together. */
function sectionsAreComplete({ questions, sections = [] }: Framework): readonly Complaint[] {
  const places = questions.map(({ section }) => sections.findIndex(({ id }) => id === section));
  return questions.flatMap(({ id, section }, index) => {
    const path = ['questions', index, 'section'];
    const [place = -1, before = -1] = [places[index], places[index - 1]];
    if (sections.length === 0 && section === undefined) return [];
    if (place < 0) {
      const problem = `question ${id} stands in ${section === undefined ? 'no section' : `the unknown section "${section}"`}`;
      return { path, problem, fix: `use one of: ${sections.map((one) => one.id).join(', ')}` };
    }
    if (place >= before) return [];
    return { path, problem: `question ${id} stands behind its section`, fix: 'move it to the others of its section' };
  });
}

/** What the log tells in place of the person has to be an answer to the question. */
function logKnowsTheAnswers(framework: Framework, reasons: ReasonBook): readonly Complaint[] {
  return framework.questions.flatMap(({ id, 'from-log': fact }, index) => {
    const allowed = domainOf(framework, reasons, id) ?? [];
    const unknown = fact === undefined ? [] : LOG_FACTS[fact].filter((code) => !allowed.includes(code));
    return unknown.length === 0
      ? []
      : {
          path: ['questions', index, 'from-log'],
          problem: `the log can say ${unknown.join(', ')}, which question ${id} does not offer`,
          fix: 'make it a choice with these options',
        };
  });
}

/** A second look is asked as if nothing had been answered before, so nothing in it may depend on that. */
function secondLookHidesTheFirst({ questions, pass }: Framework): readonly Complaint[] {
  if (pass !== 'second-look') return [];
  return questions.flatMap((question, index) =>
    conditionsOn(question)
      .flatMap(factsNamedIn)
      .filter((name) => namedInFirst(name) !== undefined)
      .map((name) => ({
        path: ['questions', index],
        problem: `question ${question.id} of a second look depends on "${name}"`,
        fix: 'take it out: what was answered first stays hidden until the new answers are in',
      })),
  );
}

function fulfilledRulesExist(
  { fulfils = [] }: Framework,
  _reasons: ReasonBook,
  earlier?: Framework,
): readonly Complaint[] {
  return fulfils.flatMap((id, index) =>
    earlier?.rules.some((rule) => rule.id === id)
      ? []
      : {
          path: ['fulfils', index],
          problem: `"${id}" is no rule of the quick pass`,
          fix: `use one of: ${(earlier?.rules ?? []).map((rule) => rule.id).join(', ')}`,
        },
  );
}

/** Only a deep look asks for the steps of a chosen framework, and behind a question that it has. */
function stepsStandBehindAQuestion(framework: Framework): readonly Complaint[] {
  const { 'steps-behind': behind, pass, questions } = framework;
  if (behind === undefined) return [];
  const path = ['steps-behind'];
  if (pass !== 'deep') {
    return [{ path, problem: 'only a deep look asks for the steps of a chosen framework', fix: 'take it out' }];
  }
  if (questions.some(({ id }) => id === behind)) return [];
  return [
    {
      path,
      problem: `there is no question "${behind}"`,
      fix: `use one of: ${questions.map(({ id }) => id).join(', ')}`,
    },
  ];
}
