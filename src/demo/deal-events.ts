import type { App } from '../app.ts';
import type { OpinionOptions } from '../commands/opinion.ts';
import type { Day } from '../core/days/day.ts';
import { toMoney } from '../core/money/money.ts';
import type { StoryDeal, StoryFeedback, StoryOpinion, StoryTouch } from '../core/story.ts';
import type { FiledDeal } from '../store/store.ts';
import { debriefDeal, lookDeeper } from './debrief-deal.ts';
import { dayAfter, dayNamed, idOf, type Stage } from './stage.ts';

/** Something that happens on a day, through the program as it is on that day. */
export interface StoryEvent {
  readonly on: Day;
  readonly happen: (app: App) => Promise<void>;
}

/** Everything that happens with one deal. */
export function dealEvents(deal: StoryDeal, stage: Stage): readonly StoryEvent[] {
  const { name, debrief, deep, log = [], feedback, opinions = [], lesson } = deal;
  const id = (): `D${number}` => idOf(name, stage);
  return [
    filed(deal, stage),
    ...log.map((touch) => logged(deal, touch, stage)),
    ...(debrief
      ? [{ on: dayAfter(deal, debrief.after, stage), happen: (app: App) => debriefDeal(app, id(), deal, stage) }]
      : []),
    ...(deep
      ? [{ on: dayAfter(deal, deep.after, stage), happen: (app: App) => lookDeeper(app, id(), deep, stage) }]
      : []),
    ...(feedback ? asked(deal, feedback, stage) : []),
    ...opinions.map((opinion) => viewed(deal, opinion, stage)),
    ...(lesson ? [learned(deal, lesson, stage)] : []),
  ];
}

/** A deal that waits for its debrief comes on file once it is decided, as from an import; any other when it is opened. */
function filed(deal: StoryDeal, stage: Stage): StoryEvent {
  const opened = dayAfter(deal, -deal.opened, stage);
  const waits = deal.decided !== undefined && deal.debrief === undefined;
  return {
    on: waits ? dayAfter(deal, 0, stage) : opened,
    happen: async () => void stage.ids.set(deal.name, stage.store.fileDeal(factsOf(deal, opened, stage))),
  };
}

function factsOf(deal: StoryDeal, createdOn: Day, stage: Stage): FiledDeal {
  const { name, segment, persona, source, product, region, known = {} } = deal;
  const { outcome, amount, currency = stage.story.currency, months, winner, forecast, stage: reached } = known;
  const isDecided = outcome !== undefined && deal.decided !== undefined;
  return {
    name,
    outcome,
    amount: amount === undefined ? undefined : toMoney(amount, currency),
    contractMonths: months,
    decidedOn: isDecided ? dayNamed(deal.decided, stage) : undefined,
    winner,
    forecast,
    stage: reached,
    account: name,
    owner: stage.story.rep,
    createdOn,
    segment,
    persona,
    source,
    product,
    fields: { region },
  };
}

function logged(deal: StoryDeal, touch: StoryTouch, stage: Stage): StoryEvent {
  const { before, channel, note = '', missed = false, 'reply-took': replyTook } = touch;
  return {
    on: dayAfter(deal, -before, stage),
    happen: async (app) => {
      const { log } = await import('../commands/log.ts');
      await log(app, idOf(deal.name, stage), channel, [note], {
        missed,
        ...(replyTook !== undefined && { replyTook }),
      });
    },
  };
}

function asked(deal: StoryDeal, { sent, reply }: StoryFeedback, stage: Stage): readonly StoryEvent[] {
  const tell = async (app: App, options: { sent?: true; reply?: string; reason?: string }): Promise<void> => {
    const { feedback } = await import('../commands/feedback.ts');
    await feedback(app, idOf(deal.name, stage), options);
  };
  const request: StoryEvent = { on: dayAfter(deal, sent, stage), happen: (app) => tell(app, { sent: true }) };
  if (!reply) return [request];
  const { after, words, reason } = reply;
  const answer = { reply: words, ...(reason !== undefined && { reason }) };
  return [request, { on: dayAfter(deal, after, stage), happen: (app) => tell(app, answer) }];
}

function viewed(deal: StoryDeal, view: StoryOpinion, stage: Stage): StoryEvent {
  return {
    on: dayAfter(deal, view.after, stage),
    happen: async (app) => {
      const { opinion } = await import('../commands/opinion.ts');
      await opinion(app, idOf(deal.name, stage), optionsOf(view));
    },
  };
}

function optionsOf(view: StoryOpinion): OpinionOptions {
  if ('saw' in view) return { from: view.from, saw: view.saw, try: view.try };
  const { from, words, reason, 'look-deeper': lookDeeper, why } = view;
  return { from, words, lookDeeper, ...(reason !== undefined && { reason }), ...(why !== undefined && { why }) };
}

function learned(deal: StoryDeal, { after, text }: NonNullable<StoryDeal['lesson']>, stage: Stage): StoryEvent {
  return {
    on: dayAfter(deal, after, stage),
    happen: async (app) => {
      const { addLesson } = await import('../commands/lessons.ts');
      await addLesson(app, idOf(deal.name, stage), [text]);
    },
  };
}
