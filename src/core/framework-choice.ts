import type { Framework } from './framework.ts';
import type { Settings } from './settings/settings.ts';
import type { StepFramework } from './step-framework.ts';
import { UserError } from './user-error.ts';

/** What can be chosen, and what of the person's own cannot be read. */
export interface Choices {
  readonly frameworks: readonly Framework[];
  readonly stepFrameworks: readonly StepFramework[];
  readonly own: readonly { readonly id: string; readonly problem: UserError | undefined }[];
}

/** The ids of the frameworks that are set to be asked beside ours or in their place, in the order they are named. */
export function chosenIds({ framework }: Pick<Settings, 'framework'>): readonly string[] {
  return (framework ?? '').split(',').flatMap((id) => id.trim() || []);
}

/** The lists of steps that are chosen. */
export function chosenSteps(
  { stepFrameworks }: Pick<Choices, 'stepFrameworks'>,
  settings: Pick<Settings, 'framework'>,
): readonly StepFramework[] {
  return chosenIds(settings).flatMap((id) => stepFrameworks.find((one) => one.id === id) ?? []);
}

/** Throws `UserError` where a framework is chosen that is not here or cannot be read, so that nothing else is asked in its place. */
export function refuseUnusableChoice(choices: Choices, settings: Pick<Settings, 'framework'>): void {
  for (const id of chosenIds(settings)) {
    refuseBroken(choices, id);
    if (![...choices.frameworks, ...choices.stepFrameworks].some((one) => one.id === id)) {
      throw new UserError(
        `The setting framework names "${id}", and there is no such framework.`,
        'See which there are: lossdebrief frameworks   Ask ours alone: lossdebrief config unset framework',
      );
    }
  }
}

/** Throws what is wrong with the person's own framework of this id, if something is. */
export function refuseBroken({ own }: Pick<Choices, 'own'>, id: string): void {
  const problem = own.find((one) => one.id === id)?.problem;
  if (problem) throw problem;
}

/**
 * Ours with the person's own beside them: what is chosen stands before ours, and so is in use for its look at such deals;
 * what is not chosen stands behind, where what was answered with it can still be read.
 */
export function withOwn<Any extends Choices>(
  ours: Any,
  own: readonly (Framework | StepFramework)[],
  settings: Pick<Settings, 'framework'>,
): Any {
  const chosen = chosenIds(settings);
  const questionnaires = own.filter((one): one is Framework => !('steps' in one));
  const inUse = chosen.flatMap((id) => questionnaires.find((one) => one.id === id) ?? []);
  return {
    ...ours,
    frameworks: [...inUse, ...ours.frameworks, ...questionnaires.filter((one) => !inUse.includes(one))],
    stepFrameworks: [...ours.stepFrameworks, ...own.filter((one): one is StepFramework => 'steps' in one)],
  };
}
