import { type Day, daysBetween } from '../core/days/day.ts';
import type { DueRow } from '../core/due/due.ts';
import type { EntryOutcome } from '../core/entry-outcome.ts';
import { outcomesOf } from '../core/follow-through.ts';
import type { Stage } from './stage.ts';

/** Does everything that fell due up to a day, each on its own day, but for what the story leaves open. */
export async function catchUp(stage: Stage, until: Day): Promise<void> {
  // What is done may bring something new within the same time, such as the next touch.
  for (let rows = openRows(stage, until); rows.length > 0; rows = openRows(stage, until)) {
    for (const row of rows) await finish(stage, row);
  }
}

function openRows(stage: Stage, until: Day): readonly DueRow[] {
  return stage.store
    .due(until)
    .filter((row) => dealOf(row, stage)?.leaves?.includes(row.rule) !== true)
    .toSorted((one, other) => daysBetween(other.on, one.on));
}

async function finish(stage: Stage, row: DueRow): Promise<void> {
  const app = stage.on(row.on);
  const why = dealOf(row, stage)?.drops?.[row.rule];
  if (why !== undefined) {
    await (await import('../commands/drop.ts')).drop(app, [row.id], { why });
    return;
  }
  const outcome = outcomeOf(row, stage);
  await (await import('../commands/done.ts')).done(app, [row.id], outcome === undefined ? {} : { outcome });
}

/** How it went: as the story says, or else a call brings nothing new. */
function outcomeOf(row: DueRow, stage: Stage): EntryOutcome | undefined {
  const { kind, deal } = row;
  if (outcomesOf(kind).length === 0) return undefined;
  if (kind === 'regret-check') return dealOf(row, stage)?.deep?.regret;
  return stage.calls.get(deal)?.shift() ?? (kind === 'follow-up' ? 'still-lost' : undefined);
}

function dealOf({ deal }: DueRow, { story }: Stage): Stage['story']['deals'][number] | undefined {
  return story.deals.find(({ name }) => name === deal);
}
