import { type Answers, textIn } from '../core/answers.ts';
import type { Store } from '../store/store.ts';
import { waitingDeal } from './deal-on-file.ts';
import { knownAnswers } from './known-answers.ts';
import type { Session } from './session.ts';

/**
 * The session after its deal was named: it is of the deal on file that waits under that name, if there is one, and takes
 * what is known of it. What was taken from another deal before goes with that deal.
 */
export async function ofDealNamed(store: Store, session: Session, answers: Answers): Promise<Session> {
  const before = session.dealId === undefined ? undefined : store.record(session.dealId);
  const name = textIn(answers, 'deal') ?? '';
  if (before && isSame(before.deal.name, name)) return { ...session, answers };
  const { framework, context } = session;
  const own = before ? without(answers, await knownAnswers(framework, before, context)) : answers;
  const onFile = waitingDeal(store, name);
  if (!onFile) return { ...session, answers: { ...own, deal: name }, dealId: undefined };
  const known = await knownAnswers(framework, onFile, context);
  return { ...session, answers: { ...known, ...own, deal: onFile.deal.name }, dealId: onFile.deal.id };
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Answers without those that are still as they were taken. */
function without(answers: Answers, taken: Answers): Answers {
  const left = Object.entries(answers).filter(
    ([id, value]) => !Object.hasOwn(taken, id) || JSON.stringify(value) !== JSON.stringify(taken[id]),
  );
  return Object.fromEntries(left);
}
