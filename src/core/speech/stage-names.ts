import { DEFAULT_SETTINGS, type Stage } from '../settings/settings.ts';
import type { Speech } from './speech.ts';

/** Stages as the person named them; those that nobody has named are named in the language. */
export function stagesIn(stages: readonly Stage[], speech: Speech): readonly Stage[] {
  const usual = DEFAULT_SETTINGS.stages;
  const areTheirs = stages.length !== usual.length || stages.some(({ name }, index) => name !== usual[index]?.name);
  return areTheirs ? stages : stages.map((stage) => ({ ...stage, name: speech.stages[stage.id] ?? stage.name }));
}
