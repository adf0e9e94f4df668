import type { Json, PortableRecord, Reach } from '../core/exchange/portable.ts';
import { TOLD_ANSWERS } from '../core/exchange/record-within.ts';
import type { Column, Table } from '../core/table.ts';
import type { Store } from '../store/store.ts';

/** All deals as one table, a row for each: its facts, the answers of its quick pass that are facts, and what the buyer said. */
export function dealsTable(store: Store, reach: Exclude<Reach, 'complete'>): Table {
  const found = namesIn(store, reach);
  const columns = [...DEAL_COLUMNS, ...dynamicColumns(found), ...(reach === 'facts' ? [] : wordColumns(found))];
  return {
    id: 'deals',
    title: 'Deals',
    columns,
    rows: rowsOf(store, reach, columns),
    notes: [],
  };
}

/** A column that knows where in a record its cell stands. */
interface DealColumn extends Column {
  readonly of: (deal: DealParts) => Json | undefined;
}

type Values = Readonly<Record<string, Json>>;

/** A deal with its quick pass at hand. */
interface DealParts {
  readonly deal: Values;
  readonly quick: Values;
  readonly facts: ReadonlyMap<string, Json>;
  readonly steps: ReadonlyMap<string, Json>;
  readonly words: ReadonlyMap<string, Json>;
}

const DEAL_COLUMNS: readonly DealColumn[] = [
  ...dealColumns('text', 'id', 'uuid', 'name', 'account', 'outcome'),
  ...dealColumns('money', 'amount'),
  ...dealColumns('text', 'currency'),
  ...dealColumns('number', 'contractMonths'),
  ...dealColumns('day', 'createdOn', 'decidedOn'),
  ...dealColumns('text', 'winner'),
  ...dealColumns('number', 'forecast'),
  ...dealColumns('text', 'stage', 'segment', 'persona', 'source', 'product'),
  ...dealColumns('day', 'reopenedOn', 'wonBackOn'),
  { ...column('primaryReason', 'text'), of: ({ quick }) => quick['primaryReason'] },
  { ...column('debriefedOn', 'day'), of: ({ quick }) => quick['on'] },
];

/** Answers that stand in a column of the deal already, and the steps, which have one each. */
const SAID_ALREADY: ReadonlySet<string> = new Set([
  'deal',
  'outcome',
  'amount',
  'currency',
  'contract-months',
  'decided-on',
  'winner',
  'forecast',
  'turning-point',
  'steps',
]);

/** What there is of answers, steps and fields, over all deals. */
interface Names {
  readonly facts: ReadonlySet<string>;
  readonly steps: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
}

function namesIn(store: Store, reach: Exclude<Reach, 'complete'>): Names {
  const found = { facts: new Set<string>(), steps: new Set<string>(), fields: new Set<string>() };
  for (const { deal, facts, steps } of partsOfAll(store, reach)) {
    for (const id of facts.keys()) if (!SAID_ALREADY.has(id)) found.facts.add(id);
    for (const id of steps.keys()) found.steps.add(id);
    for (const name of Object.keys(valuesIn(deal['fields']))) found.fields.add(name);
  }
  return found;
}

function dynamicColumns({ facts, steps }: Names): readonly DealColumn[] {
  return [
    ...[...steps].map((id) => ({ ...column(`steps.${id}`, 'text'), of: (deal: DealParts) => deal.steps.get(id) })),
    ...[...facts].map((id) => ({ ...column(id, 'text'), of: (deal: DealParts) => deal.facts.get(id) })),
  ];
}

function wordColumns({ fields }: Names): readonly DealColumn[] {
  return [
    ...TOLD_ANSWERS.map((id) => ({ ...column(id, 'text'), of: ({ words }: DealParts) => words.get(id) })),
    { ...column('contact', 'text'), of: ({ deal }) => latestContact(deal)['name'] },
    { ...column('contactRole', 'text'), of: ({ deal }) => latestContact(deal)['role'] },
    ...[...fields].map((name) => ({
      ...column(`field:${name}`, 'text'),
      of: ({ deal }: DealParts) => valuesIn(deal['fields'])[name],
    })),
  ];
}

function latestContact(deal: Values): Values {
  return listIn(deal['contacts']).at(-1) ?? {};
}

function* rowsOf(
  store: Store,
  reach: Exclude<Reach, 'complete'>,
  columns: readonly DealColumn[],
): Generator<(string | number | null)[], void> {
  for (const deal of partsOfAll(store, reach)) yield columns.map(({ of }) => cell(of(deal)));
}

function cell(value: Json | undefined): string | number | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}

function* partsOfAll(store: Store, reach: Exclude<Reach, 'complete'>): Generator<DealParts, void> {
  for (const record of store.exported(reach)) if (record.kind === 'deal') yield partsOf(record);
}

function partsOf(deal: PortableRecord): DealParts {
  const debriefs = listIn(deal['debriefs']);
  const quick = debriefs.findLast(({ pass }) => pass === 'quick') ?? {};
  return {
    deal,
    quick,
    facts: byName(listIn(quick['facts']), 'id'),
    steps: byName(listIn(quick['steps']), 'step'),
    words: new Map(debriefs.flatMap((debrief) => [...byName(listIn(debrief['theirWords']), 'id')])),
  };
}

function byName(rows: readonly Values[], key: string): ReadonlyMap<string, Json> {
  return new Map(rows.map((row) => [textIn(row[key]), row['value'] ?? null]));
}

function textIn(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function listIn(value: Json | undefined): readonly Values[] {
  return Array.isArray(value) ? (value as readonly Values[]) : [];
}

function valuesIn(value: Json | undefined): Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {};
}

function dealColumns(kind: Column['kind'], ...keys: readonly string[]): readonly DealColumn[] {
  return keys.map((key) => ({ ...column(key, kind), of: ({ deal }: DealParts) => deal[key] }));
}

function column(key: string, kind: Column['kind']): Column {
  return { key, title: key, kind };
}
