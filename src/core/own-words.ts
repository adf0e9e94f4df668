import type { Choices } from './framework-choice.ts';
import type { Framework } from './framework.ts';
import { demoStage, type Settings } from './settings/settings.ts';
import type { StepFramework } from './step-framework.ts';

/** Names in the texts of a framework that stand for what the person calls things, for the checks on it. */
export const OWN_WORDS: readonly string[] = ['demo-stage'];

/** A framework that speaks of the stage before which its first questions belong by the person's own name for it. */
export function inOwnWords<Any extends Framework | StepFramework>(framework: Any, { stages }: Settings): Any {
  const name = demoStage(stages)?.name;
  return reworded(framework, (text) =>
    text.includes('{') ? text.replaceAll(DEMO_STAGE, (_match, usual: string) => name ?? usual) : text,
  );
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

/** The same data with each of its texts reworded. What stays as it is, is not made anew: that is nearly all of it. */
function reworded<Value>(value: Value, say: (text: string) => string): Value {
  if (typeof value === 'string') return say(value) as Value & string;
  if (typeof value !== 'object' || value === null) return value;
  let made: Value | undefined;
  for (const key of Object.keys(value) as (keyof Value)[]) {
    const said = reworded(value[key], say);
    if (said === value[key]) continue;
    made ??= (Array.isArray(value) ? [...value] : { ...value }) as Value & object;
    made[key] = said;
  }
  return made ?? value;
}
