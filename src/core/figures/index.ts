import { agreement } from './agreement.ts';
import { by } from './by.ts';
import { calibration } from './calibration.ts';
import { competitors } from './competitors.ts';
import { cycle } from './cycle.ts';
import { drivers } from './drivers.ts';
import type { Figure } from './figure.ts';
import { followThrough } from './follow-through.ts';
import { oneThing } from './one-thing.ts';
import { reasons } from './reasons.ts';
import { repeats } from './repeats.ts';
import { scope } from './scope.ts';
import { stages } from './stages.ts';
import { steps } from './steps.ts';
import { trend } from './trend.ts';
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
