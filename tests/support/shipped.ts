import { fileURLToPath } from 'node:url';
import { readCatalog } from '../../src/catalog/read-catalog.ts';
import type { Framework } from '../../src/core/framework.ts';
import { inOwnWords } from '../../src/core/own-words.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings/settings.ts';

/** The folder of questionnaires that comes with the program. */
export const DATA = fileURLToPath(new URL('../../data', import.meta.url));

const catalog = readCatalog(DATA);

export const REASONS = catalog.reasons;
export const POLITE_NOES = catalog.politeNoes;
export const LOSS = shipped('loss');
export const WIN = shipped('win');
export const DEEP = shipped('deep');
export const DEEP_WIN = shipped('deep-win');
export const SECOND_LOOK = shipped('second-look');
/** The lists of steps that can be asked beside ours. */
export const STEP_FRAMEWORKS = catalog.stepFrameworks.map((framework) => inOwnWords(framework, DEFAULT_SETTINGS));

function shipped(id: string): Framework {
  const found = catalog.frameworks.find((framework) => framework.id === id);
  if (!found) throw new Error(`No framework ${id} is shipped.`);
  return inOwnWords(found, DEFAULT_SETTINGS);
}
