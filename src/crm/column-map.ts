import { CRM_FACTS, CRM_SIGNS, type CrmProfile, type CrmRole, GENERIC } from '../core/exchange/crm-book.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { REJECTED_HEADINGS } from '../core/exchange/imported-deal.ts';
import { headingKey } from './plain-key.ts';
import { isRejectedTable } from './rejected-table.ts';

/** What each column of a file is read as. */
export interface ColumnMap {
  /** The places of each role's columns, from 0: usually one, and otherwise the first that is filled in a row counts. */
  readonly roles: ReadonlyMap<CrmRole, readonly number[]>;
  /** The columns that are kept under a name of their own. */
  readonly fields: readonly Field[];
  readonly ignored: readonly string[];
}

/** A column that is kept as the CRM calls it. */
export interface Field {
  readonly name: string;
  readonly column: number;
}

/** The profile whose headings a file has, the one with most of them; the generic one if there is none. */
export function detectProfile(headings: readonly string[], profiles: readonly CrmProfile[]): CrmProfile {
  const keys = new Set(headings.map(headingKey));
  const has = (heading: string): boolean => keys.has(headingKey(heading));
  const fitting = profiles.filter(({ signatures }) => signatures.some((signature) => signature.every(has)));
  const knows = ({ columns, ignore }: CrmProfile): number =>
    [...Object.values(columns).flat(), ...ignore].filter(has).length;
  const [best] = fitting.toSorted((one, other) => knows(other) - knows(one));
  const found = best ?? profiles.find(({ id }) => id === GENERIC);
  if (!found) throw new Error('There is no profile for files that no other knows.');
  return found;
}

/** What a person says of columns: a role, or `field:NAME`, and its heading; an empty heading takes the role away. */
export type Wishes = ReadonlyMap<CrmRole | `field:${string}`, string>;

/** Reads `--map fact=COLUMN`, any number of them. Throws `UserError` for a fact that there is not. */
export function readWishes(maps: readonly string[]): Wishes {
  return new Map(
    maps.map((map) => {
      const [, fact = '', heading] = /^([^=]*)=(.*)$/s.exec(map) ?? [];
      if (heading !== undefined && isRole(fact)) return [fact, heading.trim()] as const;
      throw new UserError(
        heading === undefined ? `--map ${map} names no column.` : `--map ${fact} is no fact of a deal.`,
        `Write --map fact=COLUMN, where fact is one of ${CRM_FACTS.join(', ')}, or field:NAME`,
      );
    }),
  );
}

/** Each column by a profile and by what the person says. Throws `UserError` for a column that is not there. */
export function mapColumns(headings: readonly string[], profile: CrmProfile, wishes: Wishes): ColumnMap {
  const keys = headings.map(headingKey);
  const roles = new Map<CrmRole, readonly number[]>();
  const own: Field[] = [];
  const taken = new Set<number>();
  for (const [fact, heading] of wishes) {
    const column = heading === '' ? undefined : columnCalled(heading, headings, keys);
    if (column === undefined) continue;
    if (isTaking(fact)) taken.add(column);
    if (fact.startsWith('field:')) own.push({ name: fact.slice('field:'.length), column });
    else roles.set(fact as CrmRole, [column]);
  }
  for (const [role, names] of Object.entries(profile.columns) as [CrmRole, readonly string[]][]) {
    if (wishes.has(role)) continue;
    const found = names.map((name) => keys.indexOf(headingKey(name))).filter((at) => at >= 0 && !taken.has(at));
    const columns = profile.either.includes(role) ? found : found.slice(0, 1);
    if (columns.length === 0) continue;
    roles.set(role, columns);
    if (isTaking(role)) for (const column of columns) taken.add(column);
  }
  return { roles, ...theRest(headings, keys, profile, taken, own) };
}

/** A pipeline is only watched, and stays a field. */
function isTaking(fact: string): boolean {
  return fact !== 'pipeline';
}

/** A line for each `--map` that would read a file the same way again. */
export function wishesOf({ roles, fields }: ColumnMap, headings: readonly string[]): readonly string[] {
  return [
    ...[...roles].map(([role, [column = 0]]) => `${role}=${headings[column] ?? ''}`),
    ...fields.flatMap(({ name, column }) => (name === headings[column] ? [] : [`field:${name}=${headings[column]}`])),
  ];
}

/** What a file must tell, and does not: how deals ended, when, and which they are. */
export function missingRoles({ roles }: ColumnMap): readonly CrmRole[] {
  const hasOne = (...wanted: readonly CrmRole[]): boolean => wanted.some((role) => roles.has(role));
  return [
    ...(hasOne('outcome', 'stage', 'won') ? [] : ['outcome' as const]),
    ...(hasOne('closedOn') ? [] : ['closedOn' as const]),
    ...(hasOne('id', 'name') ? [] : ['name' as const]),
  ];
}

function isRole(text: string): text is CrmRole | `field:${string}` {
  return /^field:./.test(text) || [...CRM_FACTS, ...CRM_SIGNS].some((role) => role === text);
}

/** By its heading, or by its number as `#3`. */
function columnCalled(heading: string, headings: readonly string[], keys: readonly string[]): number {
  const exact = headings.indexOf(heading);
  const [, number] = /^#(\d+)$/.exec(heading) ?? [];
  const found = exact >= 0 ? exact : number === undefined ? keys.indexOf(headingKey(heading)) : Number(number) - 1;
  if (found >= 0 && found < headings.length) return found;
  throw new UserError(
    `There is no column ${heading}.`,
    `The columns are: ${headings.slice(0, MOST_NAMED).join(', ')}${headings.length > MOST_NAMED ? ' …' : ''}`,
    EXIT.inputRefused,
  );
}

const MOST_NAMED = 40;

/** What nothing else is made of becomes a field under its heading, so that a report can group by it. */
function theRest(
  headings: readonly string[],
  keys: readonly string[],
  profile: CrmProfile,
  taken: ReadonlySet<number>,
  own: readonly Field[],
): Pick<ColumnMap, 'fields' | 'ignored'> {
  const ignore = new Set(profile.ignore.map(headingKey));
  const before = isRejectedTable(headings) ? REJECTED_HEADINGS.length : 0;
  const names = new Set(own.map(({ name }) => name));
  const fields = [...own];
  const ignored: string[] = [];
  headings.forEach((heading, column) => {
    if (column < before || taken.has(column) || heading === '') return;
    if (ignore.has(keys[column] ?? '')) return void ignored.push(heading);
    const name = nameApart(heading, names);
    names.add(name);
    fields.push({ name, column });
  });
  return { fields, ignored };
}

function nameApart(heading: string, taken: ReadonlySet<string>): string {
  let name = heading;
  for (let number = 2; taken.has(name); number += 1) name = `${heading} (${number})`;
  return name;
}
