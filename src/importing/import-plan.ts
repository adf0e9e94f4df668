import type { App, Input } from '../app.ts';
import type { DecimalSign } from '../crm/crm-amount.ts';
import { type DayOrder, orderNamed } from '../crm/crm-day.ts';
import { type ColumnMap, detectProfile, mapColumns, missingRoles, readWishes, type Wishes } from '../crm/column-map.ts';
import type { Reading } from '../crm/reading.ts';
import { type CrmFile, dealRows, type FileWishes, lookAt, type RowLimits, sampleRows } from '../crm/crm-file.ts';
import { type Encoding, readEncoding } from '../crm/encoding.ts';
import { readOwnEndings } from '../crm/own-endings.ts';
import { readDelimiter } from '../crm/layout.ts';
import { headingKey } from '../crm/plain-key.ts';
import { beginSurvey, type ColumnFormats } from '../crm/survey.ts';
import { type CrmBook, type CrmProfile, GENERIC } from '../core/exchange/crm-book.ts';
import { UserError } from '../core/user-error.ts';
import type { Store } from '../store/store.ts';
import { askColumns, noColumns } from './ask-columns.ts';
import { type UsualCurrency, usualCurrency } from './ask-currency.ts';
import { askDayOrder, unclearDays } from './ask-day-order.ts';
import type { ImportOptions, ReadingOptions } from './import-options.ts';
import { type SavedMap, savedMaps } from './saved-maps.ts';

/** How a file will be read, and whose ids are in it. */
export interface ImportPlan {
  readonly file: CrmFile;
  readonly reading: Reading;
  readonly limits: RowLimits;
  /** Whose ids the record ids are: two CRMs may use the same ones. */
  readonly source: string;
  /** For amounts without one. */
  readonly currency: UsualCurrency;
  /** Stages that were named for this import as won or lost, as they were typed. */
  readonly namedStages: readonly string[];
}

/** Decides how a file is read: by its first rows where they settle it, by all of them, or by asking. Throws `UserError` 4. */
export async function planImport(app: App, store: Store, input: Input, options: ImportOptions): Promise<ImportPlan> {
  const book = await app.crmBook();
  const file = await lookAt(input, book, fileWishesOf(options));
  const { headings } = file.layout;
  const saved = savedMaps(store);
  const { profile, maps, source, won, lost, ...kept } = profileFor(headings, book, saved, options.profile);
  const wishes = readWishes([...maps, ...(options.map ?? [])]);
  const isMapped = wishes.size > 0;
  const columns = await allColumns(app, file, profile, wishes, isMapped);
  const reading: Omit<Reading, 'currency'> = {
    book,
    profile,
    headings,
    columns,
    formats: formatsOfSample(file, columns),
    isSurveyed: file.isWhole,
    stages: (await app.settings()).stages,
    // What is said now counts before what was kept.
    ownEndings: new Map([...readOwnEndings(won, lost), ...readOwnEndings(options.wonStage, options.lostStage)]),
    today: app.clock.today,
  };
  const currency = await usualCurrency(app, store, file, reading, {
    ...options,
    named: options.currency ?? kept.currency,
  });
  const plan: ImportPlan = {
    file,
    reading: { ...reading, currency: currency.code },
    limits: { maxRows: options.maxRows, footer: options.footer },
    // What is read by a map from its first time on has its keys under the name of the map.
    source: source === GENERIC ? (options.saveMap ?? source) : source,
    currency,
    namedStages: [...(options.wonStage ?? []), ...(options.lostStage ?? [])],
  };
  return settled(app, withNamedFormats(plan, options));
}

/** The plan once more, after a `Surprise`: with the other encoding, or after a look at the whole file. */
export async function replanImport(
  app: App,
  plan: ImportPlan,
  about: 'encoding' | 'formats',
  options: ReadingOptions,
): Promise<ImportPlan> {
  if (about === 'formats') return settled(app, withNamedFormats(await surveyed(plan), options));
  const { reading } = plan;
  const file = await lookAt(plan.file.input, reading.book, fileWishesOf(options), OTHER_ENCODING);
  const { headings } = file.layout;
  // Only letters with accents read differently now, and headings are compared without them.
  return { ...plan, file, reading: { ...reading, headings } };
}

const OTHER_ENCODING: Encoding = 'windows-1252';

function fileWishesOf({ encoding, delimiter, headerRow }: ReadingOptions): FileWishes {
  return {
    encoding: encoding === undefined ? undefined : readEncoding(encoding),
    delimiter: delimiter === undefined ? undefined : readDelimiter(delimiter),
    headerRow,
  };
}

interface Found extends Omit<SavedMap, 'profile'> {
  readonly profile: CrmProfile;
  readonly source: string;
}

/** The profile that was named, or the one that fits: one that the person has saved before the generic one. */
function profileFor(
  headings: readonly string[],
  book: CrmBook,
  saved: ReadonlyMap<string, SavedMap>,
  named: string | undefined,
): Found {
  const shipped = (id: string): CrmProfile | undefined => book.profiles.find((profile) => profile.id === id);
  const ofSaved = (name: string, { profile, ...saved }: SavedMap): Found => {
    const base = shipped(profile) ?? detectProfile(headings, book.profiles);
    return { ...saved, profile: { ...base, id: name, name }, source: profile === GENERIC ? name : profile };
  };
  if (named !== undefined) {
    const own = saved.get(named);
    if (own) return ofSaved(named, own);
    const profile = shipped(named.toLowerCase());
    if (profile) return { profile, maps: [], source: profile.id };
    const known = [...book.profiles.map(({ id }) => id), ...saved.keys()];
    throw new UserError(`There is no profile ${named}.`, `Use one of: ${known.join(', ')}`);
  }
  const detected = detectProfile(headings, book.profiles);
  const own = [...saved].find(([, map]) => (detected.id === GENERIC || tellsOf(map, detected)) && fits(map, headings));
  return own ? ofSaved(...own) : { profile: detected, maps: [], source: detected.id };
}

/**
 * Whether a map tells more of a profile than where its columns are. Without what the person said of stages and of the currency, the
 * next import would open all those deals again, or take their amounts for dollars.
 */
function tellsOf({ profile, won = [], lost = [], currency }: SavedMap, { id }: CrmProfile): boolean {
  return profile === id && (won.length + lost.length > 0 || currency !== undefined);
}

function fits({ maps }: SavedMap, headings: readonly string[]): boolean {
  const keys = new Set(headings.map(headingKey));
  return [...readWishes(maps).values()].every((heading) => heading === '' || keys.has(headingKey(heading)));
}

/** Every fact that a file must tell has its column, or the person said that there is none. */
async function allColumns(
  app: App,
  file: CrmFile,
  profile: CrmProfile,
  wishes: Wishes,
  isMapped: boolean,
): Promise<ColumnMap> {
  const { headings } = file.layout;
  const columns = mapColumns(headings, profile, wishes);
  // Who maps columns by hand has looked at them, and knows what there is not.
  const missing = missingRoles(columns).filter((role) => !isMapped || role === 'outcome');
  if (missing.length === 0) return columns;
  if (!app.canAsk) throw noColumns(file, missing);
  const told = await askColumns(app, file, columns, missing);
  return mapColumns(headings, profile, new Map([...wishes, ...told]));
}

function formatsOfSample(file: CrmFile, columns: ColumnMap): ColumnFormats {
  const survey = beginSurvey(columns);
  for (const cells of sampleRows(file)) survey.add(cells);
  return survey.formats();
}

async function surveyed(plan: ImportPlan): Promise<ImportPlan> {
  const survey = beginSurvey(plan.reading.columns);
  for await (const rows of dealRows(plan.file, plan.limits)) for (const { cells } of rows) survey.add(cells);
  return { ...plan, reading: { ...plan.reading, formats: survey.formats(), isSurveyed: true } };
}

/** What the person says of days and decimals counts, and is held against every value. */
function withNamedFormats(plan: ImportPlan, { dateFormat, decimal }: ReadingOptions): ImportPlan {
  const order = dateFormat === undefined ? undefined : readOrder(dateFormat);
  const sign: DecimalSign | undefined = decimal === undefined ? undefined : decimal === 'comma' ? ',' : '.';
  const { formats } = plan.reading;
  return withFormats(plan, {
    days: order === undefined ? formats.days : inOneOrder(formats, order),
    amounts:
      sign === undefined ? formats.amounts : new Map([...formats.amounts.keys()].map((column) => [column, sign])),
    isSurveyed: plan.reading.isSurveyed || (order !== undefined && sign !== undefined),
  });
}

/** Looks at the whole file, and asks in the end, where days can be read in two ways. */
async function settled(app: App, plan: ImportPlan): Promise<ImportPlan> {
  const unclear = unclearDays(plan.reading);
  if (!unclear) return plan;
  if (!plan.reading.isSurveyed) return settled(app, await surveyed(plan));
  const order = await askDayOrder(app, plan.file.input.argument, unclear);
  const { formats } = plan.reading;
  return withFormats(plan, { ...formats, days: inOneOrder(formats, order, unclear.column), isSurveyed: true });
}

function inOneOrder({ days }: ColumnFormats, order: DayOrder, only?: number): ColumnFormats['days'] {
  return new Map(
    [...days].map(([column, found]) => [
      column,
      only === undefined || column === only ? { order, isMixed: false, unclear: undefined } : found,
    ]),
  );
}

function withFormats(
  plan: ImportPlan,
  { isSurveyed, ...formats }: ColumnFormats & { isSurveyed: boolean },
): ImportPlan {
  return { ...plan, reading: { ...plan.reading, formats, isSurveyed } };
}

function readOrder(text: string): DayOrder {
  const order = orderNamed(text);
  if (order) return order;
  throw new UserError(
    `--date-format ${text} is not a format that is understood.`,
    'Write DD/MM/YYYY, MM/DD/YYYY, day-first or month-first.',
  );
}
