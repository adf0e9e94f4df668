import type { App } from '../app.ts';
import { decided } from '../core/figures/decisions.ts';
import { askedFields, stepsInReport } from '../core/figures/asked-steps.ts';
import { type Field, fieldCalled, knownFields, stepsOf } from '../core/figures/figure-scope.ts';
import { line, type Page } from '../core/page.ts';
import { nearWord } from '../core/text/near-word.ts';
import { listed } from '../core/text/sentence.ts';
import { UserError } from '../core/user-error.ts';
import type { Store } from '../store/store.ts';

/** A field that a flag names. */
export interface AskedField {
  readonly flag: string;
  readonly key: string;
  /** What to type with the field that was meant. */
  readonly use: (key: string) => string;
  /** What an import takes a column of this name for. */
  readonly rolesOf: (name: string) => Promise<readonly string[]>;
}

/** The field that is named, one of those that the report can be split by or `besides`. Throws `UserError` with what there is. */
export async function fieldNamed(
  app: App,
  store: Store,
  asked: AskedField,
  besides: readonly Field[] = [],
): Promise<Field> {
  const known = [...(await fieldsOf(app, store)), ...besides];
  const found = fieldCalled(asked.key, known);
  if (found) return found;
  throw await unknownField(app, store, asked, known);
}

/** Every field that the report can be split by, those first that the closed deals on file have something for. */
export async function fieldsPage(app: App, store: Store): Promise<Page> {
  const known = await fieldsOf(app, store);
  const noted = await notedFields(app, store, known);
  const others = known.filter((field) => !noted.includes(field));
  return [
    ...(noted.length === 0 ? [] : [line(`With something in this file: ${keysOf(noted).join(', ')}`)]),
    line(`With nothing yet: ${keysOf(others).join(', ')}`),
  ];
}

async function fieldsOf(app: App, store: Store): Promise<readonly Field[]> {
  const { frameworks } = await app.catalog();
  const fields = knownFields(frameworks, store.customFields());
  const steps = stepsInReport(stepsOf(frameworks), stepsOf(frameworks), store.askedSteps());
  return [...fields, ...askedFields(steps, fields)];
}

/** What was probably meant, or else what the closed deals on file have something for. */
async function unknownField(
  app: App,
  store: Store,
  { flag, key, use, rolesOf }: AskedField,
  known: readonly Field[],
): Promise<UserError> {
  const unknown = `${flag} ${key} is not a field that is known.`;
  const [name, noted] = [bareName(key), await notedFields(app, store, known)];
  const same = known.find((field) => plain(bareName(field.key)) === plain(name));
  const roles = same === undefined ? await rolesOf(name) : [];
  const read = noted.find((field) => roles.includes(field.key));
  if (read) return new UserError(unknown, `An import reads ${name} as ${read.key}: ${use(read.key)}`);
  const near = same ?? nearField(name, known);
  return new UserError(near ? `${unknown} Did you mean ${near.key}?` : unknown, whatThereIs(noted, known));
}

async function notedFields(app: App, store: Store, known: readonly Field[]): Promise<readonly Field[]> {
  const requests = known.map(({ dimension }) => decided(dimension));
  const tallies = await store.tallies(requests, { from: undefined, to: undefined, today: app.clock.today });
  return known.filter((_, place) => tallies[place]?.some(({ at: [value] }) => value !== null && value !== ''));
}

function nearField(name: string, known: readonly Field[]): Field | undefined {
  const near = nearWord(
    name,
    known.map((field) => bareName(field.key)),
  );
  return known.find((field) => bareName(field.key) === near);
}

/** `Deal Type` is `deal_type` in another spelling. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** A field of one's own by the name that its column has. */
function bareName(key: string): string {
  return key.replace(/^field:/, '');
}

function whatThereIs(noted: readonly Field[], known: readonly Field[]): string {
  if (noted.length === 0) return 'No closed deal on file has anything in a field yet. All names: lossdebrief report by';
  const shown = keysOf(noted.slice(0, MOST));
  const more = noted.length - shown.length;
  const names = more === 0 ? listed(shown, 'or') : `${shown.join(', ')}, or one of ${more} more`;
  return `Use ${names}. ${known.length - noted.length} others have nothing in this file yet: lossdebrief report by`;
}

/** More names than this are a list, and not a hint. */
const MOST = 12;

function keysOf(fields: readonly Field[]): readonly string[] {
  return fields.map(({ key }) => key);
}
