import type { App, Catalog } from '../app.ts';
import { askedFields, stepsInReport } from '../core/figures/asked-steps.ts';
import type { Figure } from '../core/figures/figure.ts';
import {
  codedQuestions,
  comparableFields,
  type Field,
  fieldCalled,
  type FigureScope,
  knownFields,
  optionsCalled,
  type Step,
  stepsOf,
} from '../core/figures/figure-scope.ts';
import { MARKETING_FIGURES } from '../core/figures/for-marketing.ts';
import { FIGURES } from '../core/figures/index.ts';
import type { Framework } from '../core/framework.ts';
import { makeReport } from '../core/report/make-report.ts';
import { isCurrency } from '../core/money/money.ts';
import { line, type Page } from '../core/page.ts';
import { readBound } from '../core/days/read-bound.ts';
import { withoutWords, withWords } from '../core/report/private-words.ts';
import { type Audience, isShared, reportFor } from '../core/report/report-audience.ts';
import { inParts } from '../core/report/report-parts.ts';
import { nearWord } from '../core/text/near-word.ts';
import { type DayRange, type Every, readPeriod } from '../core/report/report-period.ts';
import type { Report } from '../core/report/report-table.ts';
import type { Evidence } from '../core/statistics/evidence.ts';
import type { CustomField, TallyScope } from '../core/report/tally.ts';
import { UserError } from '../core/user-error.ts';
import { deliverReport, readDelivery, type ReportPlace } from '../exporting/report-output.ts';
import type { Store } from '../store/store.ts';

export interface ReportOptions extends ReportPlace {
  readonly from?: string;
  readonly to?: string;
  readonly period?: string;
  readonly by?: string;
  readonly every: Every;
  readonly currency?: string;
  readonly minEvidence?: Exclude<Evidence, 'too-few'>;
  /** Whom it is made for: facts only. */
  readonly for?: Audience;
}

/** Says what the deals show: all figures, or one. */
export async function report(app: App, id: string | undefined, options: ReportOptions): Promise<void> {
  const delivery = readDelivery(app, options);
  const named = id === undefined ? undefined : await figureCalled(id, options.for);
  const store = await app.store('read');
  // They take time to load, and are left out where there can be nothing for them.
  const further = named === undefined && store.hasMoreThanQuickPasses() ? await furtherFigures() : [];
  const figures = named ? [named] : figuresFor(options.for, further);
  const hasFurther = named !== undefined || further.length > 0;
  const scope = await scopeOf(app, store, options, hasFurther);
  const whole = await makeReport(figures, scope, options.minEvidence ?? 'too-few', (requests) =>
    store.tallies(requests, tallyScope(scope)),
  );
  const made = madeFor(options.for, named, further, whole);
  // A script can rely on its figures; a person is not shown fifteen empty ones.
  const isShown = delivery.format === 'json' || !made.isEmpty;
  const filled = isShown ? made.figures : made.figures.filter(({ id: one }) => !IN_EVERY_REPORT.has(one));
  await deliverReport(app, { ...made, figures: filled }, delivery);
  await app.tell(whatIsMissing(made, store, options, made.figures.length === 0 ? figures : []));
}

/** What its reader gets: facts for others, one's own words where one figure is asked for, and else a whole in its parts. */
function madeFor(
  audience: Audience | undefined,
  named: Figure | undefined,
  further: readonly Figure[],
  whole: Report,
): Report {
  if (named) return audience === undefined ? withWords(whole) : reportFor(whole, audience);
  const shown = audience === undefined ? withoutWords(whole) : reportFor(whole, audience);
  return inParts(shown, further.map(idOf));
}

function figuresFor(audience: Audience | undefined, further: readonly Figure[]): readonly Figure[] {
  if (audience !== 'marketing') return [...FIGURES, ...further];
  return [...MARKETING_FIGURES, ...further.filter(({ id }) => isShared(id, audience))];
}

async function figureCalled(id: string, audience: Audience | undefined): Promise<Figure> {
  const further = await furtherFigures();
  const found = [...FIGURES, ...further].find((figure) => figure.id === id);
  if (!found) {
    const near = nearWord(id, [...FIGURES, ...further].map(idOf));
    throw new UserError(
      `There is no figure ${id}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
      `Use one of: ${FIGURES.map(idOf).join(', ')}; or of the further ones: ${further.map(idOf).join(', ')}`,
    );
  }
  if (audience === undefined || isShared(id, audience)) return found;
  throw new UserError(`The figure ${id} is not for ${audience}.`, `See it for yourself: lossdebrief report ${id}`);
}

async function furtherFigures(): Promise<readonly Figure[]> {
  return (await import('../core/figures/further.ts')).FURTHER_FIGURES;
}

const IN_EVERY_REPORT: ReadonlySet<string> = new Set(FIGURES.map(idOf));

function idOf({ id }: Figure): string {
  return id;
}

/** Of the questions that only further figures look at there are none where there are none of these. */
async function scopeOf(app: App, store: Store, options: ReportOptions, hasFurther: boolean): Promise<FigureScope> {
  const { today } = app.clock;
  const { frameworks, own, reasons }: Catalog = await app.catalog();
  const { stages, processSteps } = await app.settings();
  const custom = store.customFields();
  const ours = frameworks.filter(({ id }) => own.every((one) => one.id !== id));
  const steps = stepsInReport(stepsOf(ours), stepsOf(frameworks), store.askedSteps());
  return {
    today,
    period: await readRange(options, today),
    every: options.every,
    currency: options.currency === undefined ? undefined : readCurrency(options.currency),
    by: options.by === undefined ? undefined : fieldBy(options.by, frameworks, custom, steps),
    steps,
    fields: comparableFields(frameworks, custom),
    questions: hasFurther ? codedQuestions(frameworks) : [],
    stages,
    process: processSteps,
    reasons,
    edges: optionsCalled(frameworks, 'winner-edge'),
    experiments: store.experiment.all(),
    areas: store.focus.all(),
  };
}

function fieldBy(
  key: string,
  frameworks: readonly Framework[],
  custom: readonly CustomField[],
  steps: readonly Step[],
): Field {
  const fields = knownFields(frameworks, custom);
  return fieldCalled(key, [...fields, ...askedFields(steps, fields)]);
}

async function readRange({ from, to, period }: ReportOptions, today: FigureScope['today']): Promise<DayRange> {
  if (period !== undefined) {
    const read = readPeriod(period, today);
    if (read) return { from: read.first, to: read.last };
    throw new UserError(
      `--period ${period} is not a period that is understood.`,
      'Use last-quarter, this-quarter, this-month, last-month, this-year, last-year, 2026-Q3, 2026 or 2026-08',
    );
  }
  const range = {
    from: from === undefined ? undefined : await readBound('--from', from, today),
    to: to === undefined ? undefined : await readBound('--to', to, today),
  };
  if (range.from !== undefined && range.to !== undefined && range.from > range.to) {
    throw new UserError(`--from ${range.from} is after --to ${range.to}.`, 'Turn them round.');
  }
  return range;
}

function readCurrency(text: string): string {
  const code = text.toUpperCase();
  if (isCurrency(code)) return code;
  throw new UserError(`--currency ${text} is not a currency.`, 'Use three letters, such as EUR.');
}

function tallyScope({ today, period, currency }: FigureScope): TallyScope {
  return { ...period, currency, today };
}

/** An empty report is no error. It says how to fill it. */
function whatIsMissing(
  { isEmpty }: Report,
  store: Store,
  { from, to, period, currency }: ReportOptions,
  hidden: readonly Figure[],
): Page {
  if (!isEmpty)
    return hidden.flatMap(({ id, unless }) => (unless === undefined ? [] : [line(`${id} is not shown. ${unless}`)]));
  if (store.counts().deals === 0) {
    return [
      line(`No deals yet in ${store.path}. Debrief one: lossdebrief new`),
      line('Or look around in invented ones: lossdebrief demo'),
    ];
  }
  const isLimited = [from, to, period, currency].some((limit) => limit !== undefined);
  if (isLimited) return [line('To see all deals on file: lossdebrief report')];
  return [line('When a deal has ended, debrief it: lossdebrief new')];
}
