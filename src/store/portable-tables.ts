import type { AnswerClass } from '../core/answers.ts';

/**
 * What of the file travels, and who may see it: the export reads by this list and the import writes by it, so neither can
 * forget what the other knows. A test holds it against the schema; a new column has its line here.
 */
export interface PortableTable {
  /** Its name in the record that it stands in. */
  readonly key: string;
  readonly table: string;
  /** The column that points to the row it stands under. */
  readonly parent?: string;
  readonly class: AnswerClass;
  readonly columns: readonly PortableColumn[];
  /** Columns of a second table, which has one row for a row of this one or none. */
  readonly beside?: Beside;
  readonly lists?: readonly PortableTable[];
  /** Which rows are exported, as SQL about `this`; all of them if not given. */
  readonly where?: string;
  /** The same where only facts are. */
  readonly whereFacts?: string;
  readonly order?: string;
  /** By which of its keys a row is known again in another file; by all of them if not given. */
  readonly identity?: readonly string[];
  /** Columns that no two rows may share: a row that is taken elsewhere is left out. */
  readonly unlessTaken?: string;
  /** Belongs to the row it stands under as it was made: it is never added to one that is on file already. */
  readonly isFixed?: boolean;
}

/** A table with one row for each row of another, whose columns stand in the same record: its words or reflections. */
export interface Beside {
  readonly table: string;
  readonly parent: string;
  readonly class: AnswerClass;
  readonly columns: readonly PortableColumn[];
}

/** A column, and the key under which it stands in a record. */
export interface PortableColumn {
  readonly key: string;
  readonly column: string;
  readonly kind: ColumnKind;
  /** Undefined: that of its table. */
  readonly class?: AnswerClass;
}

/**
 * How a column is written: as it is, as true or false, as the JSON that stands in it, as an amount in major units beside its
 * currency, as a shown id, or as what a row it points to is known by elsewhere.
 */
export type ColumnKind = 'text' | 'number' | 'flag' | 'json' | 'amount' | `id ${'D' | 'A' | 'F' | 'P'}` | Reference;
type Reference = 'debrief' | 'deal' | 'cause number' | 'cause';

const ANSWER_COLUMNS: readonly PortableColumn[] = [
  text('id', 'answer'),
  number('position'),
  column('value', 'json'),
  text('asked'),
  text('said'),
];

function answers(key: string, table: string, answerClass: AnswerClass): PortableTable {
  return {
    key,
    table,
    parent: 'debrief_id',
    class: answerClass,
    columns: ANSWER_COLUMNS,
    order: 'position, id',
    isFixed: true,
  };
}

const DEBRIEFS: PortableTable = {
  key: 'debriefs',
  table: 'debrief',
  parent: 'deal_id',
  class: 'fact',
  columns: [
    text('uuid'),
    text('pass'),
    text('framework'),
    number('version'),
    number('seconds'),
    text('primaryReason', 'primary_reason'),
    text('on', 'made_on'),
    // It tells answers apart that nobody may see, so it goes with them.
    { ...text('seal'), class: 'reflection' },
  ],
  identity: ['uuid'],
  lists: [
    answers('facts', 'fact', 'fact'),
    answers('theirWords', 'their_word', 'their-words'),
    answers('reflections', 'reflection', 'reflection'),
    {
      key: 'steps',
      table: 'step',
      parent: 'debrief_id',
      class: 'fact',
      columns: [text('step'), text('value')],
      isFixed: true,
    },
    {
      key: 'causes',
      table: 'cause',
      parent: 'debrief_id',
      class: 'fact',
      columns: [
        column('number', 'cause number', 'id'),
        text('whose'),
        text('rank'),
        text('reason'),
        text('control'),
        text('evidence'),
        text('on', 'on_day'),
      ],
      whereFacts: `this.whose <> 'colleague'`,
    },
  ],
};

const NOTE_COLUMNS: readonly PortableColumn[] = [text('note')];

const ACTIONS: PortableTable = {
  key: 'actions',
  table: 'action',
  parent: 'deal_id',
  class: 'fact',
  columns: [
    column('id', 'id A'),
    text('uuid'),
    column('debrief', 'debrief', 'debrief_id'),
    text('rule'),
    text('due', 'on_day'),
    text('state'),
    text('closedOn', 'closed_on'),
    number('sequence'),
  ],
  beside: {
    table: 'action_text',
    parent: 'action_id',
    class: 'reflection',
    columns: [text('text'), text('because'), text('message')],
  },
  identity: ['uuid'],
  lists: [{ key: 'notes', table: 'closing_note', parent: 'action_id', class: 'reflection', columns: NOTE_COLUMNS }],
};

const SCHEDULE: PortableTable = {
  key: 'schedule',
  table: 'schedule_entry',
  parent: 'deal_id',
  class: 'fact',
  columns: [
    column('id', 'id F'),
    text('uuid'),
    column('debrief', 'debrief', 'debrief_id'),
    text('kind'),
    column('headline', 'flag'),
    text('on', 'on_day'),
    text('time'),
    text('channel'),
    text('rule'),
    text('because'),
    text('state'),
    text('outcome'),
    text('closedOn', 'closed_on'),
    number('sequence'),
  ],
  identity: ['uuid'],
  lists: [{ key: 'notes', table: 'closing_note', parent: 'entry_id', class: 'reflection', columns: NOTE_COLUMNS }],
};

/** A deal with all that belongs to it: one line. */
export const DEALS: PortableTable = {
  key: 'deal',
  table: 'deal',
  class: 'fact',
  where: 'this.deleted_at IS NULL',
  columns: [
    column('id', 'id D'),
    text('uuid'),
    text('name'),
    text('account'),
    // A colleague, or the person.
    { ...text('owner'), class: 'reflection' },
    text('outcome'),
    column('amount', 'amount', 'amount_minor'),
    text('currency'),
    number('contractMonths', 'contract_months'),
    text('createdOn', 'created_on'),
    text('decidedOn', 'decided_on'),
    text('winner'),
    number('forecast'),
    text('stage'),
    text('segment'),
    text('persona'),
    text('source'),
    text('product'),
    // A CRM keeps anything in its fields, names and notes too.
    { ...column('fields', 'json'), class: 'their-words' },
    text('reopenedOn', 'reopened_on'),
    text('wonBackOn', 'won_back_on'),
  ],
  identity: ['uuid'],
  lists: [
    {
      key: 'crm',
      table: 'crm_key',
      parent: 'deal_id',
      class: 'fact',
      columns: [text('source'), text('id', 'external_id')],
      unlessTaken: 'source, external_id',
    },
    {
      key: 'contacts',
      table: 'contact',
      parent: 'deal_id',
      class: 'their-words',
      columns: [
        text('name'),
        text('role'),
        text('phone'),
        text('email'),
        text('part'),
        text('side'),
        column('met', 'flag'),
      ],
    },
    DEBRIEFS,
    ACTIONS,
    SCHEDULE,
    {
      key: 'touches',
      table: 'touch',
      parent: 'deal_id',
      class: 'fact',
      columns: [
        text('on', 'on_day'),
        text('channel'),
        column('missed', 'flag'),
        number('replyMinutes', 'reply_minutes'),
      ],
      beside: { table: 'touch_note', parent: 'touch_id', class: 'their-words', columns: [text('note')] },
    },
    {
      key: 'feedback',
      table: 'feedback',
      parent: 'deal_id',
      class: 'fact',
      columns: [
        text('channel'),
        text('sentOn', 'sent_on'),
        text('repliedOn', 'replied_on'),
        column('cause', 'cause', 'cause_id'),
      ],
      beside: { table: 'feedback_reply', parent: 'feedback_id', class: 'their-words', columns: [text('words')] },
      // A request on file may have got its answer since.
      identity: ['channel', 'sentOn', 'repliedOn'],
    },
    {
      key: 'opinions',
      table: 'opinion',
      parent: 'deal_id',
      class: 'reflection',
      columns: [
        text('on', 'on_day'),
        text('about'),
        text('from', 'name'),
        text('words'),
        column('cause', 'cause', 'cause_id'),
        text('lookDeeper', 'look_deeper'),
        text('why'),
      ],
      identity: ['on', 'about', 'from', 'words'],
    },
    {
      key: 'lessons',
      table: 'lesson',
      parent: 'deal_id',
      class: 'reflection',
      columns: [text('on', 'on_day'), text('text')],
    },
  ],
};

/** What belongs to no deal, in the order of its lines. All of it is the person's own. */
export const OTHERS: readonly PortableTable[] = [
  {
    key: 'phrase',
    table: 'phrase',
    class: 'reflection',
    columns: [column('id', 'id P'), text('on', 'on_day'), text('phrase'), text('from', 'from_whom'), text('stage')],
    identity: ['on', 'phrase'],
    lists: [
      {
        key: 'uses',
        table: 'phrase_use',
        parent: 'phrase_id',
        class: 'reflection',
        columns: [column('deal', 'deal', 'deal_id'), text('on', 'on_day')],
        where: '(SELECT deleted_at FROM deal WHERE id = this.deal_id) IS NULL',
        identity: ['deal'],
      },
    ],
  },
  {
    key: 'focus',
    table: 'focus',
    class: 'reflection',
    columns: [text('area'), text('since', 'started_on'), text('until', 'until_day'), text('closedOn', 'closed_on')],
    identity: ['area', 'since'],
  },
  {
    key: 'experiment',
    table: 'experiment',
    class: 'reflection',
    columns: [
      column('deal', 'deal', 'deal_id'),
      text('since', 'started_on'),
      text('text'),
      text('verdict'),
      text('closedOn', 'closed_on'),
    ],
    identity: ['since', 'text'],
  },
];

function column(key: string, kind: ColumnKind, name = key): PortableColumn {
  return { key, column: name, kind };
}

function text(key: string, name = key): PortableColumn {
  return column(key, 'text', name);
}

function number(key: string, name = key): PortableColumn {
  return column(key, 'number', name);
}
