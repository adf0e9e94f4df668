import type { Framework, Question, Rule, StepRow } from './framework.ts';

/**
 * A way of qualifying that is asked beside ours, such as BANT: a list of steps, each done before the demo, late or never. It
 * has no questions of its own, but one screen in the deep look after a loss and after a win, so that both can be compared.
 */
export interface StepFramework {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** For which deals, in a few words. */
  readonly for: string;
  /** What all its steps continue: "before the demo, did you know …". */
  readonly ask: string;
  readonly why: string;
  /** Whose way of working it is, or that it is the person's own. */
  readonly credit: string;
  readonly steps: readonly FrameworkStep[];
}

/** One step of it, which is one row of the screen. */
export interface FrameworkStep {
  readonly id: string;
  /** The word that the trade has for it: "Economic buyer". */
  readonly name: string;
  readonly ask: string;
  readonly why: string;
  readonly credit: string;
  /** "When …, I will …": the action where it was missed. */
  readonly 'next-time'?: string | undefined;
  /** Of what was missed, the heaviest is the action. */
  readonly weight: number;
}

/** Whether a framework is a list of steps and no questionnaire. */
export function isStepFramework(framework: Framework | StepFramework): framework is StepFramework {
  return 'steps' in framework;
}

/** A deep look that also asks for the steps of these frameworks, each on one screen; any other framework as it is. */
export function withSteps<Any extends Framework>(framework: Any, asked: readonly StepFramework[]): Any {
  if (framework.pass !== 'deep' || asked.length === 0) return framework;
  const { questions, rules } = framework;
  const before = questions.findIndex(({ id }) => id === framework['steps-behind']);
  const place = before < 0 ? questions.length : before + 1;
  const section = questions[place - 1]?.section;
  return {
    ...framework,
    questions: questions.toSpliced(place, 0, ...asked.map((one) => screenOf(one, section))),
    rules: [...rules, ...asked.flatMap(rulesOf)],
  };
}

/** The names under which the steps of a framework are counted, each with its words. */
export function stepNames({
  id,
  title,
  steps,
}: StepFramework): readonly { readonly id: string; readonly name: string }[] {
  return steps.map((step) => ({ id: `${id}.${step.id}`, name: `${step.name} (${title})` }));
}

function screenOf(framework: StepFramework, section: string | undefined): Question {
  const { id, title, ask, why, credit, steps } = framework;
  return {
    id,
    short: title,
    kind: 'steps',
    section,
    class: 'fact',
    ask: `${title}: ${ask}`,
    hint: 'One key a line; late is after the demo',
    why,
    credit,
    rows: steps.map(rowOf),
  };
}

function rowOf({ id, name, ask, why, credit }: FrameworkStep): StepRow {
  return {
    id,
    tag: name,
    ask,
    short: name,
    missed: { late: `${name} came late`, never: `${name} was left out` },
    options: ASKED,
    why,
    credit,
  };
}

/** The answers of each step, which are those of the quick pass. */
const ASKED = { before: 'before', late: 'late', never: 'never', unknown: 'unsure' };

/** One action for each step that was missed; of all that fire, the heaviest is taken. */
function rulesOf({ id, title, steps }: StepFramework): readonly Rule[] {
  return steps.flatMap((step): readonly Rule[] => {
    const action = step['next-time'];
    if (action === undefined) return [];
    const fact = `${id}.${step.id}`;
    return [
      {
        id: fact,
        slot: 'learn',
        when: { [fact]: ['late', 'never'] },
        weight: step.weight,
        action,
        because: `${title}: {${fact}.missed} in {first.deal}.`,
        due: '5 business days',
        credit: step.credit,
      },
    ];
  });
}
