import type { App } from '../app.ts';
import { type Given, readGiven } from '../core/given-answers.ts';
import { withKnown } from '../core/ready-answers.ts';
import type { StoryDebrief, StoryDeal, StoryDeepLook } from '../core/story.ts';
import { keepDebrief } from '../debriefing/keep-debrief.ts';
import { contextOf } from '../debriefing/session.ts';
import { dayNamed, type Stage } from './stage.ts';

/** Debriefs a deal on file, as `new --answers` does. What a questionnaire refuses is a mistake in the story. */
export async function debriefDeal(app: App, dealId: `D${number}`, deal: StoryDeal, stage: Stage): Promise<void> {
  if (deal.debrief === undefined) return;
  const given = givenOf(deal, deal.debrief, stage);
  const { frameworks } = await app.catalog();
  const framework = frameworks.find(({ id }) => id === (deal.debrief?.answers['outcome'] === 'won' ? 'win' : 'loss'));
  if (!framework) throw new Error('The questionnaires of the demo are not here.');
  const context = await contextOf(app, stage.store, framework);
  const { answers, problems } = await readGiven(framework, given, context);
  if (problems.length > 0) throw new Error(`${deal.name}: ${problems.join('\n')}`);
  await keepDebrief(app, stage.store, {
    framework,
    context,
    answers: withKnown(framework, answers, context),
    dealId,
    draft: undefined,
    halfAnswered: undefined,
    seconds: deal.debrief.seconds,
  });
}

/** Looks at a debriefed deal more closely, as `review --set` does. */
export async function lookDeeper(
  app: App,
  dealId: `D${number}`,
  { answers }: StoryDeepLook,
  stage: Stage,
): Promise<void> {
  const { review } = await import('../commands/review.ts');
  await review(app, dealId, {
    set: Object.entries(dated(answers, stage)).map(([id, value]) => `${id}=${String(value)}`),
  });
}

function givenOf({ name, decided }: StoryDeal, { answers }: StoryDebrief, stage: Stage): Given {
  const { outcome, ...rest } = answers;
  return {
    ...dated(rest, stage),
    // A win says so by its questionnaire.
    ...(outcome !== 'won' && { outcome }),
    deal: name,
    ...(decided !== undefined && { 'decided-on': dayNamed(decided, stage) }),
  };
}

/** The answers with days of the calendar in place of those of the story. */
function dated(answers: Given, stage: Stage): Given {
  return Object.fromEntries(
    Object.entries(answers).map(([id, value]) => [id, DAYS.has(id) ? dayNamed(String(value), stage) : value]),
  );
}

/** The answers that are days. */
const DAYS: ReadonlySet<string> = new Set([
  'call-on',
  'decides-on',
  'trigger-on',
  'seen-on',
  'stopped-on',
  'regret-on',
]);
