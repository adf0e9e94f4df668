import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readCatalog } from '../../src/catalog/read-catalog.ts';
import type { Answers } from '../../src/core/answers.ts';
import { type Day, isoDay } from '../../src/core/days/day.ts';
import { dealFacts } from '../../src/core/deal-facts.ts';
import type { Plan } from '../../src/core/debrief.ts';
import { type Framework, quickPass } from '../../src/core/framework.ts';
import { readGiven } from '../../src/core/given-answers.ts';
import type { History } from '../../src/core/history.ts';
import { toMoney } from '../../src/core/money/money.ts';
import { conclude } from '../../src/core/new-debrief.ts';
import { concludeReview, type ReviewFramework } from '../../src/core/new-review.ts';
import { lessonsInBrief } from '../../src/core/closing.ts';
import type { Context } from '../../src/core/questions/kind.ts';
import { firingRules } from '../../src/core/rules.ts';
import { inOwnWords } from '../../src/core/own-words.ts';
import type { SettingValues } from '../../src/core/settings/known-settings.ts';
import { DEFAULT_SETTINGS, settingsFrom } from '../../src/core/settings/settings.ts';
import { ENGLISH } from '../../src/core/speech/english.ts';

/** One case of a framework: answers in, and what of the plan is fixed. What a case does not name is free. */
export interface Case {
  readonly name: string;
  readonly today?: string;
  /** Of a review: the answers of the quick pass that it goes back to. */
  readonly first?: Readonly<Record<string, unknown>>;
  /** What the person has set, by the names of the config file. */
  readonly settings?: SettingValues;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly earlier?: readonly Earlier[];
  readonly actions?: readonly string[];
  readonly says?: Readonly<Record<string, string>>;
  readonly because?: Readonly<Record<string, string>>;
  readonly 'follow-up'?: 'none' | Readonly<Record<string, string>>;
  readonly 'contact-plan'?: readonly string[];
  readonly closing?: Readonly<Record<string, string>>;
}

interface Earlier {
  readonly deal: string;
  readonly 'decided-on': string;
  readonly missed: readonly string[];
  readonly amount?: number;
  readonly currency?: string;
  readonly open?: Readonly<Record<string, string>>;
}

const catalog = readCatalog('data');

/** The cases of a framework, from the file beside this one. */
export function casesOf(id: string): readonly Case[] {
  return parse(readFileSync(`tests/frameworks/${id}.yaml`, 'utf8')) as readonly Case[];
}

export function frameworkWithId(id: string): Framework {
  const found = catalog.frameworks.find((framework) => framework.id === id);
  if (!found) throw new Error(`There is no framework ${id}.`);
  return inOwnWords(found, DEFAULT_SETTINGS);
}

/** Runs a case on the road that files of answers take. */
export async function outcomeOf(
  framework: Framework,
  one: Case,
): Promise<{
  readonly plan: Plan;
  readonly firing: readonly string[];
  readonly lessons: Readonly<Record<string, string>>;
}> {
  const context = await withBackground(framework, one, contextOf(one));
  const answers = await answersOf(framework, one.answers, context);
  const plan = isReview(framework)
    ? planOfReview(framework, answers, context)
    : conclude(framework, answers, context, 0).plan;
  const lessons = lessonsInBrief(framework, answers, plan.followUp, context);
  return {
    plan,
    firing: firingRules(framework, answers, context).map(({ id }) => id),
    lessons: Object.fromEntries(lessons.map(({ tag, text }) => [tag, text])),
  };
}

async function answersOf(framework: Framework, given: Case['answers'], context: Context): Promise<Answers> {
  const { answers, problems } = await readGiven(framework, given, context);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return answers;
}

async function withBackground(framework: Framework, { first = {} }: Case, context: Context): Promise<Context> {
  const quick = quickPass(framework, catalog.frameworks);
  if (!isReview(framework) || !quick) return context;
  return { ...context, background: { framework: quick, answers: await answersOf(quick, first, context), touches: [] } };
}

function isReview(framework: Framework): framework is ReviewFramework {
  return framework.pass !== 'quick';
}

/** What a review adds to what is due, as a plan. */
function planOfReview(framework: ReviewFramework, answers: Answers, context: Context): Plan {
  const deal = { ...dealFacts(framework, answers, context), id: 'D1', uuid: '' } as const;
  const { changes } = concludeReview(framework, answers, context, { deal, actions: [], otherEntries: [] }, 0);
  return {
    actions: changes.flatMap((change) => (change.kind === 'add-action' ? [change.action] : [])),
    followUp: undefined,
    otherEntries: changes.flatMap((change) => (change.kind === 'add' ? [change.entry] : [])),
  };
}

function contextOf({ today = '2026-11-20', earlier = [], settings = {} }: Case): Context {
  return {
    today: dayOf(today),
    speech: ENGLISH,
    settings: settingsFrom(settings),
    reasons: catalog.reasons,
    dealNames: [],
    contactOf: () => undefined,
    history: { losses: earlier.map(pastLoss), reasonCounts: {} },
  };
}

function pastLoss(loss: Earlier, index: number): History['losses'][number] {
  return {
    dealId: `D${index + 1}`,
    deal: loss.deal,
    decidedOn: dayOf(loss['decided-on']),
    amount: loss.amount === undefined ? undefined : toMoney(loss.amount, loss.currency ?? 'EUR'),
    primaryReason: undefined,
    winner: undefined,
    segment: undefined,
    missed: loss.missed,
    lesson: undefined,
    openActions: Object.entries(loss.open ?? {}).map(([id, rule]) => ({ id: id as `A${number}`, rule, text: '' })),
  };
}

function dayOf(text: string): Day {
  const day = isoDay(text);
  if (!day) throw new Error(`${text} is not a day.`);
  return day;
}
