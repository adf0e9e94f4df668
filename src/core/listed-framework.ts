import { type Choices, chosenIds } from './framework-choice.ts';
import { type Framework, PASSES } from './framework.ts';
import type { Settings } from './settings/settings.ts';
import { isStepFramework, type StepFramework } from './step-framework.ts';

/** A framework beside the others that there are. */
export interface ListedFramework {
  readonly framework: Framework | StepFramework;
  readonly whose: 'ours' | 'own';
  readonly isInUse: boolean;
}

/** Every framework that can be read: the questionnaires in the order they are asked, then the lists of steps. */
export function listedFrameworks(choices: Choices, settings: Pick<Settings, 'framework'>): readonly ListedFramework[] {
  const own = new Set(choices.own.map(({ id }) => id));
  return [...choices.frameworks.toSorted(byWhenAsked), ...choices.stepFrameworks].map((framework) => ({
    framework,
    whose: own.has(framework.id) ? 'own' : 'ours',
    isInUse: isStepFramework(framework)
      ? chosenIds(settings).includes(framework.id)
      : choices.frameworks.find(({ pass, after }) => pass === framework.pass && after === framework.after) ===
        framework,
  }));
}

function byWhenAsked(one: Framework, other: Framework): number {
  return (
    PASSES.indexOf(one.pass) - PASSES.indexOf(other.pass) ||
    (one.after < other.after ? -1 : Number(one.after > other.after))
  );
}

/** When it is asked, in a few words. */
export function sayWhenAsked(framework: Framework | StepFramework): string {
  if (isStepFramework(framework)) return 'in the deep look, beside ours';
  const { pass, after } = framework;
  if (pass === 'second-look') return `the second look, 90 days after a ${after}`;
  return pass === 'quick' ? `two minutes after a ${after}` : `the deep look after a ${after}`;
}

/** A framework as JSON (see `docs/json.md`): what its file says, and where it stands. */
export function listedJson({ framework, whose, isInUse }: ListedFramework): Record<string, unknown> {
  const { id, version, title } = framework;
  const isSteps = isStepFramework(framework);
  return {
    id,
    version,
    title,
    for: framework.for ?? null,
    pass: isSteps ? 'steps' : framework.pass,
    after: isSteps ? null : framework.after,
    whose,
    inUse: isInUse,
  };
}
