import type { Figure } from './figure.ts';
import { beliefs } from './beliefs.ts';
import { detours } from './detours.ts';
import { fit } from './fit.ts';
import { habit } from './habit.ts';
import { handling } from './handling.ts';
import { people } from './people.ts';
import { personas } from './personas.ts';
import { played } from './played.ts';
import { preparation } from './preparation.ts';
import { process } from './process.ts';
import { quarterEnd } from './quarter-end.ts';
import { rivals } from './rivals.ts';
import { sizes } from './sizes.ts';
import { timeLost } from './time-lost.ts';
import { touches } from './touches.ts';
import { trials } from './trials.ts';
import { triggers } from './triggers.ts';

/**
 * What the deep looks, the log and what is being tried have to say. A whole report prints these after the others, each only
 * where a deal has something for it: its table is undefined otherwise. They are loaded once there may be something. A new figure is one file and one line here.
 */
export const FURTHER_FIGURES: readonly Figure[] = [
  timeLost,
  quarterEnd,
  triggers,
  touches,
  people,
  preparation,
  handling,
  detours,
  process,
  fit,
  beliefs,
  personas,
  sizes,
  rivals,
  played,
  trials,
  habit,
];
