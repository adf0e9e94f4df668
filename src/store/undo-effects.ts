import type { Effect, FieldBack, Thing } from '../core/logged-change.ts';
import type { Connection } from './connection.ts';
import type { Fields, LoggedRow } from './logged-rows.ts';

/** What becomes of each thing that a person knows when these rows are put back, in the order in which they were made. */
export function effectsOf(connection: Connection, rows: readonly LoggedRow[]): readonly Effect[] {
  const gone = new Set(rows.filter(({ before }) => before === undefined).map(({ table, row }) => `${table} ${row}`));
  return rows.flatMap((row) => {
    const telling = TELLINGS[row.table];
    const effect = telling && effectOf(connection, row, telling);
    return effect && !goesAlong(row, gone) ? [effect] : [];
  });
}

/** How the rows of one table are told. What is in no such table goes along with something that is. */
interface Telling {
  readonly thing: Thing | ((row: Fields) => Thing);
  /** The letter of its ids. */
  readonly letter?: 'D' | 'A' | 'F' | 'P';
  /** The column with its number, where that is not its own. */
  readonly number?: string;
  readonly text?: (row: Fields, connection: Connection) => string | undefined;
  /** Columns that are told when they change, by the names they go by. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Whether only changes of it are told. */
  readonly onlyFields?: boolean;
}

const ANSWER: Telling = { thing: 'answer', text: column('asked'), fields: { said: 'said' } };

const TELLINGS: Readonly<Record<string, Telling>> = {
  deal: {
    thing: 'deal',
    letter: 'D',
    number: 'id',
    text: column('name'),
    fields: {
      name: 'name',
      outcome: 'outcome',
      amount_minor: 'amount',
      currency: 'currency',
      contract_months: 'months',
      decided_on: 'decided on',
      winner: 'winner',
      forecast: 'forecast',
      stage: 'turning point',
      reopened_on: 'reopened on',
      won_back_on: 'won back on',
    },
  },
  debrief: { thing: (row) => (row['pass'] === 'quick' ? 'debrief' : 'review') },
  fact: ANSWER,
  their_word: ANSWER,
  reflection: ANSWER,
  action: {
    thing: 'action',
    letter: 'A',
    number: 'id',
    text: textOfAction,
    fields: { state: 'state', on_day: 'on' },
  },
  action_text: {
    thing: 'action',
    letter: 'A',
    number: 'action_id',
    text: column('text'),
    fields: { text: 'text', message: 'message' },
    onlyFields: true,
  },
  schedule_entry: {
    thing: (row) => row['kind'] as Thing,
    letter: 'F',
    number: 'id',
    text: column('on_day'),
    fields: { state: 'state', outcome: 'outcome', on_day: 'on', time: 'time', channel: 'channel', kind: 'kind' },
  },
  contact: {
    thing: 'contact',
    text: column('name'),
    fields: { name: 'name', role: 'role', phone: 'phone', email: 'email' },
  },
  touch: { thing: 'log-entry', text: (row) => `${row['channel']}, ${row['on_day']}` },
  feedback: { thing: 'request', fields: { sent_on: 'sent on', replied_on: 'answered on' } },
  opinion: { thing: 'opinion', text: column('name') },
  lesson: { thing: 'lesson', text: column('text') },
  phrase: { thing: 'phrase', letter: 'P', number: 'id', text: column('phrase') },
  phrase_use: { thing: 'phrase-use', letter: 'P', number: 'phrase_id', fields: { on_day: 'on' } },
  focus: { thing: 'area', text: column('area'), fields: { closed_on: 'closed on' } },
  experiment: { thing: 'experiment', text: column('text'), fields: { text: 'text', verdict: 'verdict' } },
};

function effectOf(connection: Connection, { before, after }: LoggedRow, telling: Telling): Effect | undefined {
  const row = before ?? after ?? {};
  const fields = before && after ? fieldsBack(before, after, telling) : [];
  const isDeletion = typeof after?.['deleted_at'] === 'string' && before?.['deleted_at'] === null;
  const becomes = before === undefined ? 'gone' : after === undefined || isDeletion ? 'back' : 'as-before';
  if (becomes === 'as-before' ? fields.length === 0 : telling.onlyFields) return undefined;
  const { thing, letter, number, text } = telling;
  return {
    thing: typeof thing === 'string' ? thing : thing(row),
    id: letter === undefined || number === undefined ? undefined : `${letter}${row[number]}`,
    deal: dealOf(connection, row),
    text: text?.(row, connection),
    becomes,
    fields,
  };
}

function fieldsBack(before: Fields, after: Fields, { fields = {} }: Telling): readonly FieldBack[] {
  return (
    Object.entries(fields)
      .filter(([name]) => before[name] !== after[name])
      // How it was closed goes with its closing.
      .filter(([name]) => name !== 'outcome' || before['state'] === after['state'])
      .map(([name, shown]) => ({ name: shown, now: after[name] ?? null, again: before[name] ?? null }))
  );
}

/** The answers of a debrief that goes need not be told one by one; nor does what was only made to be changed at once. */
function goesAlong({ table, row, before, after }: LoggedRow, gone: ReadonlySet<string>): boolean {
  const isChange = before !== undefined && after !== undefined;
  return (
    (isChange && gone.has(`${table} ${row}`)) ||
    (gone.has(`debrief ${after?.['debrief_id']}`) && 'asked' in (after ?? {}))
  );
}

function dealOf({ db }: Connection, row: Fields): Effect['deal'] {
  const found = db
    .prepare<[Record<'deal' | 'debrief' | 'action', unknown>], { readonly id: number; readonly name: string }>(
      `SELECT id, name FROM deal WHERE id = coalesce(:deal,
         (SELECT deal_id FROM debrief WHERE id = :debrief), (SELECT deal_id FROM action WHERE id = :action))`,
    )
    .get({
      deal: row['deal_id'] ?? null,
      debrief: row['debrief_id'] ?? null,
      action: row['action_id'] ?? null,
    });
  return found && { id: `D${found.id}`, name: found.name };
}

function textOfAction(row: Fields, { db }: Connection): string | undefined {
  return db.prepare<[unknown], string>('SELECT text FROM action_text WHERE action_id = ?').pluck().get(row['id']);
}

function column(name: string): (row: Fields) => string {
  return (row) => String(row[name]);
}
