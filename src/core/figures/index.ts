import { agreement } from './agreement.ts';
import { by } from './by.ts';
import { beliefs } from './beliefs.ts';
import { detours } from './detours.ts';
import { habit } from './habit.ts';
import { handling } from './handling.ts';
import { personas } from './personas.ts';
import { played } from './played.ts';
import { preparation } from './preparation.ts';
import { calibration } from './calibration.ts';
import { competitors } from './competitors.ts';
import { cycle } from './cycle.ts';
import { drivers } from './drivers.ts';
import type { Figure } from './figure.ts';
import { fit } from './fit.ts';
import { followThrough } from './follow-through.ts';
import { oneThing } from './one-thing.ts';
import { people } from './people.ts';
import { process } from './process.ts';
import { quarterEnd } from './quarter-end.ts';
import { reasons } from './reasons.ts';
import { repeats } from './repeats.ts';
import { rivals } from './rivals.ts';
import { scope } from './scope.ts';
import { sizes } from './sizes.ts';
import { stages } from './stages.ts';
import { steps } from './steps.ts';
import { timeLost } from './time-lost.ts';
import { touches } from './touches.ts';
import { trend } from './trend.ts';
import { trials } from './trials.ts';
import { triggers } from './triggers.ts';
import { winRates } from './win-rates.ts';

/** The figures in the order of the report, which every report has. Their ids, columns and order are a contract. */
export const FIGURES: readonly Figure[] = [
  scope,
  winRates,
  reasons,
  competitors,
  stages,
  steps,
  drivers,
  by,
  cycle,
  trend,
  agreement,
  calibration,
  followThrough,
  repeats,
  oneThing,
];

/**
 * What the deep looks, the log and what is being tried have to say. A whole report prints these after the others, each only
 * where a deal has something for it: its table is undefined otherwise. A new figure is one file and one line here.
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
