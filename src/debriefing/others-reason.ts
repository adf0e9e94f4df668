import type { App } from '../app.ts';
import type { Cause } from '../core/cause.ts';
import type { DealRecord } from '../core/debrief.ts';
import { knownReason } from '../core/reasons.ts';
import { capitalised } from '../core/text/sentence.ts';
import { UserError } from '../core/user-error.ts';
import { askChoice } from './side-question.ts';

type Other = Exclude<Cause['whose'], 'self'>;

/**
 * The reason that somebody else gives, as a cause of its own: from the flag, or asked for on a terminal. It stands beside
 * the debrief of the deal, so without one there is none yet.
 */
export async function othersReason(
  app: App,
  { deal, debrief }: DealRecord,
  whose: Other,
  code: string | undefined,
): Promise<Cause | undefined> {
  if (!debrief) {
    if (code === undefined) return undefined;
    throw new UserError(
      `${deal.name} has no debrief yet, so there is nothing for their reason to stand beside.`,
      `Leave --reason out, or debrief the deal first: lossdebrief new ${deal.id}`,
    );
  }
  const { reasons } = await app.catalog();
  const given = code ?? (app.canAsk ? await askReason(app, whose) : undefined);
  if (given === undefined) return undefined;
  const reason = knownReason(reasons, given);
  return { whose, reason: reason.code, control: reason.control, evidence: EVIDENCE[whose] };
}

const EVIDENCE = { buyer: 'said-later', colleague: 'inference' } as const satisfies Record<Other, Cause['evidence']>;

async function askReason(app: App, whose: Other): Promise<string | undefined> {
  const { reasons } = await app.catalog();
  const offered = reasons.reasons.filter(({ retired }) => !retired);
  return askChoice(
    app,
    {
      id: 'reason',
      ask: whose === 'buyer' ? 'Which reason do they give in it?' : 'Which reason do they see?',
      why: 'It is kept beside yours, and neither takes the place of the other.',
    },
    Object.fromEntries(offered.map(({ code, label }) => [code, capitalised(label)])),
  );
}
