import type { Steps } from '../answers.ts';
import type { Field, Step } from './figure-scope.ts';

/** A step that some debrief asked for, with the answer that it is a part of, as it was last kept. */
export interface AskedStep {
  readonly id: string;
  readonly asked: string;
  readonly value: Steps;
  readonly said: string;
}

/**
 * The steps of a report: ours, and of all others those that were asked. What a framework is called that has gone is read from
 * the words that were kept, so that a report reads the same whether it is still there or not.
 */
export function stepsInReport(
  ours: readonly Step[],
  all: readonly Step[],
  asked: readonly AskedStep[],
): readonly Step[] {
  const others = asked.filter(({ id }) => ours.every((step) => step.id !== id));
  return [
    ...ours,
    ...others.map((one) => ({ ...(all.find(({ id }) => id === one.id) ?? stepFrom(one)), isOptional: true })),
  ];
}

/** The same steps as fields that a report can be split by. */
export function askedFields(steps: readonly Step[], known: readonly Field[]): readonly Field[] {
  return steps
    .filter(({ id }) => known.every(({ key }) => key !== id))
    .map(({ id, label }) => ({ key: id, label, dimension: { step: id }, words: { unknown: 'unsure' } }));
}

function stepFrom(asked: AskedStep): Step {
  return {
    id: asked.id,
    label: labelOf(asked),
    missed: ['late', 'never', 'no'],
    done: ['before', 'yes'],
    resolution: undefined,
    rules: [asked.id],
  };
}

/** `Champion (MEDDPICC)`: the steps were said in their order, as `Champion: late; Metrics: before`, under `MEDDPICC: before the demo …`. */
function labelOf({ id, asked, value, said }: AskedStep): string {
  const [screen = '', step] = id.split('.');
  const place = Object.keys(value).indexOf(step ?? screen);
  const words = said.split('; ')[place];
  const name = words === undefined ? (step ?? screen) : words.slice(0, words.lastIndexOf(': '));
  if (step === undefined) return name;
  const [title, rest] = asked.split(': ');
  return `${name} (${rest === undefined ? screen : title})`;
}
