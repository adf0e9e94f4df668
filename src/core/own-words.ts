import type { Choices } from './framework-choice.ts';
import type { Framework } from './framework.ts';
import { demoStage, type Settings } from './settings.ts';
import type { StepFramework } from './step-framework.ts';

/** Names in the texts of a framework that stand for what the person calls things, for the checks on it. */
export const OWN_WORDS: readonly string[] = ['demo-stage'];

/** A framework that speaks of the stage before which its first questions belong by the person's own name for it. */
export function inOwnWords<Any extends Framework | StepFramework>(framework: Any, { stages }: Settings): Any {
  const name = demoStage(stages)?.name;
  return reworded(framework, (text) => text.replaceAll(DEMO_STAGE, (_match, usual: string) => name ?? usual));
}

/** The same of all that can be asked. */
export function allInOwnWords<Any extends Pick<Choices, 'frameworks' | 'stepFrameworks'>>(
  all: Any,
  settings: Settings,
): Any {
  return {
    ...all,
    frameworks: all.frameworks.map((framework) => inOwnWords(framework, settings)),
    stepFrameworks: all.stepFrameworks.map((framework) => inOwnWords(framework, settings)),
  };
}

/** `{demo-stage|demo}`: where no stage is marked, the word behind the line stands. */
const DEMO_STAGE = /\{demo-stage\|([^{}]*)\}/g;

/** The same data with each of its texts reworded. */
function reworded<Value>(value: Value, say: (text: string) => string): Value {
  if (typeof value === 'string') return say(value) as Value & string;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each: unknown) => reworded(each, say)) as Value & unknown[];
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, reworded(each, say)])) as Value & object;
}
