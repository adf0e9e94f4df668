import type { App, Catalog } from '../app.ts';
import { stepsInReport } from '../core/figures/asked-steps.ts';
import type { Figure } from '../core/figures/figure.ts';
import {
  codedQuestions,
  comparableFields,
  type Field,
  type FigureScope,
  optionsCalled,
  stepsOf,
} from '../core/figures/figure-scope.ts';
import { FIGURES } from '../core/figures/index.ts';
import { gatherNotKnown } from '../core/report/gather-not-known.ts';
import { makeReport } from '../core/report/make-report.ts';
import { line, type Page } from '../core/page.ts';
import { readCurrency, readRange } from '../core/report/read-limits.ts';
import { withoutWords, withWords } from '../core/report/private-words.ts';
import type { Audience } from '../core/report/audience.ts';
import { isShared, reportFor } from '../core/report/report-audience.ts';
import { inParts } from '../core/report/report-parts.ts';
import { nearWord } from '../core/text/near-word.ts';
import type { Every } from '../core/report/report-period.ts';
import type { Report } from '../core/report/report-table.ts';
import type { Evidence } from '../core/statistics/evidence.ts';
import type { TallyScope } from '../core/report/tally.ts';
import { UserError } from '../core/user-error.ts';
import { deliverReport, readDelivery, type ReportPlace } from '../exporting/report-output.ts';
import type { Store } from '../store/store.ts';

export interface ReportOptions extends ReportPlace {
  readonly from?: string;
  readonly to?: string;
  readonly period?: string;
  readonly by?: string;
  readonly every?: Every;
  readonly currency?: string;
  readonly minEvidence?: Exclude<Evidence, 'too-few'>;
  /** Whom it is made for: facts only. */
  readonly for?: Audience;
}

/** Says what the deals show: all figures, or one. */
export async function report(app: App, id: string | undefined, options: ReportOptions): Promise<void> {
  const delivery = readDelivery(app, options);
  const named = id === undefined ? undefined : await figureCalled(id, options.for);
  if (GIVEN_TO_SOME.some((flag) => options[flag] !== undefined)) await refuseIdle(named, options);
  const store = await app.store('read');
  // They take time to load, and are left out where there can be nothing for them.
  const further = named === undefined && store.hasMoreThanQuickPasses() ? await furtherFigures() : [];
  const figures = named ? [named] : await figuresFor(options.for, further);
  const hasFurther = named !== undefined || further.length > 0;
  const scope = await scopeOf(app, store, options, hasFurther);
  const whole = await makeReport(figures, scope, options.minEvidence ?? 'too-few', (requests) =>
    store.tallies(requests, tallyScope(scope)),
  );
  const made = madeFor(options.for, named, further, whole);
  // A script can rely on its figures; a person is not shown fifteen empty ones.
  const isShown = delivery.format === 'json' || !made.isEmpty;
  const filled = isShown ? made.figures : made.figures.filter(({ id: one }) => !IN_EVERY_REPORT.has(one));
  const full = { ...made, figures: filled };
  const read = named ? full : gatherNotKnown(full, options.for === undefined);
  await deliverReport(app, { full, read }, delivery);
  await app.tell(whatIsMissing(made, store, options, made.figures.length === 0 ? figures : []));
  if (named?.takes !== 'by' || scope.by !== undefined) return;
  await app.tell(await (await import('../exporting/report-fields.ts')).fieldsPage(app, store));
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

async function figuresFor(audience: Audience | undefined, further: readonly Figure[]): Promise<readonly Figure[]> {
  if (audience !== 'marketing') return [...FIGURES, ...further];
  return [...(await marketingFigures()), ...further.filter(({ id }) => isShared(id, audience))];
}

async function figureCalled(id: string, audience: Audience | undefined): Promise<Figure> {
  const all = await allFigures();
  const found = all.find((figure) => figure.id === id);
  if (!found) {
    const near = nearWord(id, all.map(idOf));
    throw new UserError(
      `There is no figure ${id}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
      'All of them stand at the end of: lossdebrief report --help',
    );
  }
  if (audience === undefined || isShared(id, audience)) return found;
  throw new UserError(`The figure ${id} is not for ${audience}.`, `See it for yourself: lossdebrief report ${id}`);
}

/** Every figure that can be named, each once. */
async function allFigures(): Promise<readonly Figure[]> {
  const known = [...FIGURES, ...(await furtherFigures()), ...(await marketingFigures())];
  return [...new Map(known.map((figure) => [figure.id, figure])).values()];
}

async function furtherFigures(): Promise<readonly Figure[]> {
  return (await import('../core/figures/further.ts')).FURTHER_FIGURES;
}

async function marketingFigures(): Promise<readonly Figure[]> {
  return (await import('../core/figures/for-marketing.ts')).MARKETING_FIGURES;
}

/** The flags that not every figure looks at. */
const GIVEN_TO_SOME = ['by', 'every', 'minEvidence'] as const;

async function refuseIdle(named: Figure | undefined, options: ReportOptions): Promise<void> {
  const { refuseIdleFlags } = await import('../core/report/idle-flags.ts');
  const figures = named ? [named] : await figuresFor(options.for, []);
  refuseIdleFlags(options, { named, figures, audience: options.for, all: await allFigures() });
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
  const by = options.by === undefined ? undefined : await fieldBy(app, store, options.by);
  return {
    today,
    period: await readRange(options, today),
    every: options.every ?? 'quarter',
    currency: options.currency === undefined ? undefined : readCurrency(options.currency),
    by,
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

/** The field of `--by`. What it takes to know them all is loaded where one is asked for. */
async function fieldBy(app: App, store: Store, key: string): Promise<Field> {
  const rolesOf = async (name: string): Promise<readonly string[]> =>
    (await import('../importing/column-roles.ts')).columnRoles(app, store, name);
  const asked = { flag: '--by', key, use: byField, rolesOf };
  return (await import('../exporting/report-fields.ts')).fieldNamed(app, store, asked);
}

function byField(key: string): string {
  return `lossdebrief report --by ${key}`;
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
