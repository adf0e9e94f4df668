import type { App } from '../app.ts';
import type { Day } from '../core/days/day.ts';
import { dealJson, SCHEMA_VERSION } from '../core/deal-json.ts';
import type { DealRecord } from '../core/debrief.ts';
import { toMajor } from '../core/money/money.ts';
import { COUNTED_TOGETHER, type Outcome, OUTCOMES } from '../core/outcome.ts';
import { line } from '../core/page.ts';
import { knownReason } from '../core/reasons.ts';
import type { Table } from '../core/table.ts';
import { UserError } from '../core/user-error.ts';
import type { DealFilter, DealTrait, Store } from '../store/store.ts';
import { unfinishedLine } from '../pages/unfinished-line.ts';

export interface ListOptions {
  readonly outcome?: readonly string[];
  readonly reason?: string;
  readonly competitor?: string;
  readonly from?: string;
  readonly to?: string;
  readonly period?: string;
  readonly currency?: string;
  /** `field=value`, of fields that figures count by. */
  readonly with?: readonly string[];
  readonly text?: string;
  readonly sort?: 'decided' | 'amount' | 'name';
}

/** Lists the deals on file, the latest decision first. */
export async function list(app: App, options: ListOptions): Promise<void> {
  const filter = await filterOf(options, app.clock.today);
  const store = await app.store('read');
  const records = store.records({
    ...filter,
    ...(options.with && { among: await store.dealsWith(await traitsOf(app, store, options.with)) }),
  });
  // A reason that is no longer known may still stand in the file, so only one that nothing has is looked up.
  if (records.length === 0 && options.reason !== undefined) knownReason((await app.catalog()).reasons, options.reason);
  await app.print({
    json: () => ({ schemaVersion: SCHEMA_VERSION, deals: records.map(dealJson) }),
    table: () => tableOf(records),
    isPaged: true,
  });
  if (records.length > 0) return;
  const { deals } = store.counts();
  const found = deals === 0 ? 'No deals yet' : `None of the ${deals} deals fits`;
  await app.tell([line(`${found} in ${store.path}. Debrief one: lossdebrief new`)]);
  if (deals === 0) await app.tell(unfinishedLine(store.counts().drafts));
}

async function filterOf(options: ListOptions, today: Day): Promise<DealFilter> {
  const { outcome, from, to, period, currency, with: _traits, ...rest } = options;
  return {
    ...rest,
    ...(outcome && { outcome: outcome.flatMap(readOutcome) }),
    ...(await limitsOf({ from, to, period, currency }, today)),
  };
}

/** The report reads such limits as well, and comes as a whole, so it is loaded where there are some. */
async function limitsOf(limits: Limits, today: Day): Promise<Pick<DealFilter, 'from' | 'to' | 'currency'>> {
  if (Object.values(limits).every((limit) => limit === undefined)) return {};
  const { readCurrency, readRange } = await import('../core/report/read-limits.ts');
  const { currency, ...days } = limits;
  return {
    ...(await readRange(days, today)),
    ...(currency !== undefined && { currency: readCurrency(currency) }),
  };
}

type Limits = { readonly [Flag in 'from' | 'to' | 'period' | 'currency']: ListOptions[Flag] | undefined };

/** An outcome by its code, or those that the report counts together by the word for them. */
function readOutcome(word: string): readonly (Outcome | 'open')[] {
  const found = [...OUTCOMES, 'open' as const].find((outcome) => outcome === word);
  if (found) return [found];
  if (Object.hasOwn(COUNTED_TOGETHER, word)) return COUNTED_TOGETHER[word as keyof typeof COUNTED_TOGETHER];
  throw new UserError(
    `--outcome ${word} is not an outcome.`,
    `Use won, ${Object.keys(COUNTED_TOGETHER).join(', ')}, open, or one of: ${OUTCOMES.filter((outcome) => outcome !== 'won').join(', ')}`,
  );
}

/** What it takes to know the fields is loaded where one is asked for. */
async function traitsOf(app: App, store: Store, texts: readonly string[]): Promise<readonly DealTrait[]> {
  const [{ COUNTED_BESIDES, readWith, togetherByField, traitOf }, { fieldNamed }] = await Promise.all([
    import('../exporting/deals-with.ts'),
    import('../exporting/report-fields.ts'),
  ]);
  const rolesOf = async (name: string): Promise<readonly string[]> =>
    (await import('../importing/column-roles.ts')).columnRoles(app, store, name);
  const traits = await Promise.all(
    texts.map(readWith).map(async ({ key, value }) => {
      const field = await fieldNamed(app, store, { flag: '--with', key, use: withField, rolesOf }, COUNTED_BESIDES);
      return traitOf(app, store, field, value);
    }),
  );
  return togetherByField(traits);
}

function withField(key: string): string {
  return `lossdebrief list --with ${key}=VALUE`;
}

function tableOf(records: readonly DealRecord[]): Table {
  return {
    id: 'deals',
    title: 'Deals',
    columns: [
      { key: 'id', title: 'Id', kind: 'text' },
      { key: 'decidedOn', title: 'Ended', kind: 'day' },
      { key: 'name', title: 'Deal', kind: 'text' },
      { key: 'outcome', title: 'Outcome', kind: 'text', words: IN_WORDS },
      { key: 'amount', title: 'Amount', kind: 'money' },
      { key: 'currency', title: '', kind: 'text' },
      { key: 'reason', title: 'Reason', kind: 'text', isFirstToGo: true },
      { key: 'followUpOn', title: 'Call again', kind: 'day' },
    ],
    rows: records.map(({ deal, debrief, followUp }) => [
      deal.id,
      deal.decidedOn ?? null,
      deal.name,
      deal.outcome ?? null,
      deal.amount ? toMajor(deal.amount) : null,
      deal.amount?.currency ?? null,
      debrief?.primaryReason ?? null,
      followUp?.state === 'open' ? followUp.on : null,
    ]),
    notes: [],
  };
}

/** How a deal ended, as short as a column wants it. */
const IN_WORDS: Readonly<Record<Outcome, string>> = {
  won: 'won',
  'lost-competitor': 'lost',
  'lost-incumbent': 'lost, they stayed',
  'in-house': 'lost, in-house',
  postponed: 'postponed',
  'no-decision-indecision': 'undecided',
  'no-decision-status-quo': 'no decision',
  cancelled: 'cancelled',
  unknown: 'not known',
  'we-walked-away': 'ended by me',
  disqualified: 'disqualified',
  'lost-unspecified': 'lost',
};
