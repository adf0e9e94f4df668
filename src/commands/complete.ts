import type { App } from '../app.ts';
import { plainly } from '../core/answers.ts';
import { type Expected, fitting, type Suggestion, type ValueKind } from '../core/completion.ts';
import { addDays } from '../core/days/day.ts';
import { dueText } from '../core/due/due.ts';
import { knownFields } from '../core/figures/figure-scope.ts';
import { knownSetting, SETTING_NAMES } from '../core/settings/known-settings.ts';
import { OUTCOMES } from '../core/outcome.ts';
import { answerSuggestions } from '../core/answer-suggestions.ts';
import { chosenSteps } from '../core/framework-choice.ts';
import { namedSteps } from '../core/questions/steps.ts';
import { stepNames, withSteps } from '../core/step-framework.ts';
import { CHANNELS } from '../core/touch.ts';

/** Prints what may come next, for the script of a shell. */
export async function complete(app: App, { begun, words, values }: Expected): Promise<void> {
  const found = values === undefined ? [] : await FINDERS[values](app, begun);
  const suggestions = fitting([...words, ...found], begun);
  await app.write({ format: 'completions', suggestions, isFile: values === 'file' }, '-');
}

type Finder = (app: App, begun: string) => Promise<readonly Suggestion[]>;

const FINDERS: Readonly<Record<ValueKind, Finder>> = {
  answer: async (app, begun) => {
    const [catalog, settings] = await Promise.all([app.catalog(), app.settings()]);
    const asked = catalog.frameworks.map((framework) => withSteps(framework, chosenSteps(catalog, settings)));
    return answerSuggestions(begun, asked, catalog.reasons, settings.stages);
  },
  area: async (app) => {
    const [catalog, settings] = await Promise.all([app.catalog(), app.settings()]);
    const steps = catalog.frameworks.flatMap(({ questions }) => questions.flatMap(namedSteps));
    const chosen = chosenSteps(catalog, settings).flatMap(stepNames);
    const named = [...steps.map(({ id, row }) => ({ id, name: row.short })), ...chosen];
    return [...new Map(named.map(({ id, name }) => [id, { value: id, note: name }])).values()];
  },
  channel: async () => plain(CHANNELS),
  deal: async (app) => {
    const suggestions: Suggestion[] = [];
    for (const { deal } of (await app.store('read')).eachRecord()) {
      suggestions.push({ value: deal.id, note: deal.name });
      if (suggestions.length === MOST) break;
    }
    return suggestions;
  },
  draft: async (app) =>
    (await app.store('read')).drafts
      .all()
      .map(({ id, answers }) => ({ value: id, note: plainly(answers['deal'] ?? '') })),
  field: async (app) => {
    const { frameworks } = await app.catalog();
    const fields = knownFields(frameworks, (await app.store('read')).customFields());
    return fields.map(({ key, label }) => ({ value: key, note: label }));
  },
  figure: async () => {
    const [{ FIGURES }, { FURTHER_FIGURES }, { MARKETING_FIGURES }] = await Promise.all([
      import('../core/figures/index.ts'),
      import('../core/figures/further.ts'),
      import('../core/figures/for-marketing.ts'),
    ]);
    return plain([...new Set([...FIGURES, ...FURTHER_FIGURES, ...MARKETING_FIGURES].map(({ id }) => id))]);
  },
  file: async () => [],
  framework: async (app) => {
    const { frameworks, stepFrameworks } = await app.catalog();
    return [...frameworks, ...stepFrameworks].map(({ id, title }) => ({ value: id, note: title }));
  },
  item: async (app) => {
    const until = addDays(app.clock.today, SOON);
    const items = (await app.store('read')).due(until).slice(0, MOST);
    return items.map((row) => ({ value: row.id, note: dueText(row) }));
  },
  outcome: async () => plain(OUTCOMES),
  phrase: async (app) => (await app.store('read')).phrases.all().map(({ id, phrase }) => ({ value: id, note: phrase })),
  reason: async (app) => (await app.catalog()).reasons.reasons.map(({ code, label }) => ({ value: code, note: label })),
  setting: async () => SETTING_NAMES.map((name) => ({ value: name, note: knownSetting(name).help })),
  stage: async (app) => plain((await app.settings()).stages.map(({ id }) => id)),
  waiting: async (app) => {
    const { latest } = (await app.store('read')).waiting(MOST);
    return latest.map(({ dealId, deal }) => ({ value: dealId, note: deal }));
  },
};

/** More than this nobody reads through. */
const MOST = 200;
/** Days ahead in which somebody may already close a thing. */
const SOON = 31;

function plain(values: readonly string[]): readonly Suggestion[] {
  return values.map((value) => ({ value, note: '' }));
}
