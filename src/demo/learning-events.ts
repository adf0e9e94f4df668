import type { App } from '../app.ts';
import type { FocusOptions } from '../commands/focus.ts';
import type { StoryFocus, StoryPhrase } from '../core/story.ts';
import type { StoryEvent } from './deal-events.ts';
import { dayAfter, dayNamed, idOf, type Stage } from './stage.ts';

/** What happens besides the deals: areas in work, experiments decided on, phrases kept and used. */
export function learningEvents(stage: Stage): readonly StoryEvent[] {
  const { focuses, experiments, phrases } = stage.story;
  return [
    ...focuses.flatMap((focus) => focused(focus, stage)),
    ...experiments.map(({ ended, verdict }) => ({
      on: dayNamed(ended, stage),
      happen: (app: App) => focus(app, [], verdict === 'kept' ? { keep: true } : { drop: true }),
    })),
    ...phrases.flatMap((phrase) => stolen(phrase, stage)),
  ];
}

function focused({ area, begun, for: span, stopped }: StoryFocus, stage: Stage): readonly StoryEvent[] {
  const begin: StoryEvent = { on: dayNamed(begun, stage), happen: (app) => focus(app, [area], { for: span }) };
  if (stopped === undefined) return [begin];
  return [begin, { on: dayNamed(stopped, stage), happen: (app) => focus(app, [], { stop: true }) }];
}

async function focus(app: App, words: readonly string[], options: FocusOptions): Promise<void> {
  await (await import('../commands/focus.ts')).focus(app, words, options);
}

function stolen({ phrase, from, stage: reached, kept, used }: StoryPhrase, stage: Stage): readonly StoryEvent[] {
  const keep: StoryEvent = {
    on: dayNamed(kept, stage),
    happen: async (app) => {
      await (await import('../commands/phrases.ts')).addPhrase(app, phrase, { from, stage: reached });
    },
  };
  return [
    keep,
    ...stage.story.deals.filter(({ name }) => used.includes(name)).map((deal) => said(phrase, deal, stage)),
  ];
}

function said(phrase: string, deal: Parameters<typeof dayAfter>[0], stage: Stage): StoryEvent {
  return {
    on: dayAfter(deal, -DAYS_BEFORE, stage),
    happen: async (app) => {
      const kept = stage.store.phrases.all().find((one) => one.phrase === phrase);
      if (kept === undefined) throw new Error(`The story uses a phrase before it is kept: ${phrase}`);
      await (await import('../commands/phrases.ts')).usedPhrase(app, kept.id, { deal: idOf(deal.name, stage) });
    },
  };
}

/** A phrase is said so long before the decision. */
const DAYS_BEFORE = 7;
