import type { App } from '../app.ts';
import type { Day } from '../core/days/day.ts';
import type { DealRecord } from '../core/debrief.ts';
import type { FocusNow } from '../core/focus.ts';
import type { PastLoss } from '../core/history.ts';
import { oneLine } from '../core/questions/text.ts';
import { learningItem, lossBehind, resourceCalled, usualLearningDay } from '../core/learning-item.ts';
import { UserError } from '../core/user-error.ts';
import type { Store } from '../store/store.ts';
import { unlessStopped } from './confirm.ts';
import { askChoice } from './side-question.ts';

/** Something to learn from for the area in work, as an action with a day. It belongs to the deal that showed the need. */
export interface Learning {
  readonly action: DealRecord['actions'][number];
  readonly deal: { readonly id: `D${number}`; readonly name: string };
}

/** The loss that learning for an area belongs to. Throws `UserError` before the first one. */
export function lossToLearnFrom(store: Store, area: string, today: Day): PastLoss {
  const loss = lossBehind(store.history(today), area);
  if (loss) return loss;
  throw new UserError('There is no debriefed loss yet that it could belong to.', 'Debrief one first: lossdebrief new');
}

/** Plans to learn from a resource, which may be named by its number in the list. */
export function planToLearn(
  store: Store,
  { dealId, deal }: PastLoss,
  focus: FocusNow,
  resource: string,
  { today, by }: { readonly today: Day; readonly by: Day | undefined },
): Learning {
  const before = new Set(store.record(dealId)?.actions.map(({ id }) => id));
  const planned = learningItem(resource, focus.words, focus, by ?? usualLearningDay(today));
  store.apply('focus --learn', [{ kind: 'add-action', dealId, action: planned }], today);
  const action = store.record(dealId)?.actions.find(({ id }) => !before.has(id));
  if (!action) throw new Error(`The learning item of ${dealId} is not on file.`);
  return { action, deal: { id: dealId, name: deal } };
}

/** What was named, by its words or by its number in the list; otherwise what is chosen, if there is anything to choose from. */
export async function resourceFor(app: App, store: Store, typed: string | undefined): Promise<string | undefined> {
  const { resources } = await app.settings();
  if (typed === undefined) return askResource(app, store, resources);
  if (typed.trim() === '') throw new UserError('What will you learn from?', LEARN_EXAMPLE);
  return resourceCalled(oneLine(typed), resources);
}

const LEARN_EXAMPLE = 'lossdebrief focus --learn "SPIN Selling, chapter 4" --by "next friday"';

/** Offers the person's own resources; undefined if there are none, nothing was lost yet, nobody can answer or it was skipped. */
async function askResource(app: App, store: Store, resources: readonly string[]): Promise<string | undefined> {
  if (!app.canAsk || resources.length === 0 || store.history(app.clock.today).losses.length === 0) return undefined;
  return unlessStopped(() =>
    askChoice(
      app,
      {
        id: 'learn',
        ask: 'Will you learn it from one of these?',
        why: 'One area gets better faster with somebody who knows it well. It comes up in `due`, in a week.',
      },
      Object.fromEntries(resources.slice(0, OFFERED).map((resource) => [resource, resource])),
    ),
  );
}

/** As many as there are letters to pick them by. */
const OFFERED = 26;
