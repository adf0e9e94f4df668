import type { Complaint } from './complaint.ts';
import type { StepFramework } from '../step-framework.ts';

/** Every complaint about a list of steps that fits its schema. */
export function complaintsAboutSteps({ steps }: StepFramework): readonly Complaint[] {
  return (['id', 'name'] as const).flatMap((key) =>
    steps.flatMap((step, index) =>
      steps.findIndex((other) => other[key] === step[key]) < index
        ? {
            path: ['steps', index, key],
            problem: `the ${key} ${step[key]} stands twice in steps`,
            fix: `give one of them another ${key}`,
          }
        : [],
    ),
  );
}
