import { choice } from './choice.ts';
import { contact } from './contact.ts';
import { currency } from './currency.ts';
import { comingDay, day } from './day.ts';
import { door } from './door.ts';
import type { Kind } from './kind.ts';
import { longText } from './long-text.ts';
import { offer } from './offer.ts';
import { stages, ticks } from './own-list.ts';
import { percent } from './percent.ts';
import { reason } from './reason.ts';
import { stage } from './stage.ts';
import { steps } from './steps.ts';
import { deal, text } from './text.ts';

/** Every kind of question by the name that frameworks use. A new kind is one file and one line here. */
export const KINDS: Readonly<Record<string, Kind>> = {
  choice,
  'coming-day': comingDay,
  contact,
  currency,
  day,
  deal,
  door,
  'long-text': longText,
  offer,
  percent,
  reason,
  stage,
  stages,
  steps,
  text,
  ticks,
};

/** The kind of a question. Frameworks are checked when they are read, so an unknown one is a bug. */
export function kindOf({ kind, id }: { readonly kind: string; readonly id: string }): Kind {
  const found = KINDS[kind];
  if (!found) throw new Error(`Question ${id} is of the unknown kind ${kind}.`);
  return found;
}
