import type { App, Terminal } from '../app.ts';
import { textIn } from '../core/answers.ts';
import type { Asked, FollowOn, Option } from '../core/asked.ts';
import type { DueRow } from '../core/due/due.ts';
import type { EntryOutcome } from '../core/entry-outcome.ts';
import { finishing, type Item, outcomesOf } from '../core/follow-through.ts';
import { line, quiet } from '../core/page.ts';
import { isoDay } from '../core/days/day.ts';
import { readDay } from '../core/days/read-day.ts';
import { sayDay } from '../core/days/say-day.ts';
import { counted } from '../core/text/sentence.ts';
import { Paused } from '../core/user-error.ts';
import { dueLines } from '../pages/call-sheet.ts';
import { movedEarlier } from '../pages/item-words.ts';
import type { Store } from '../store/store.ts';
import { askOutcome } from './ask-outcome.ts';
import { inConversation } from './conversation.ts';

/** Goes through what is due one by one: done, another day, given up, or next. Each decision is kept at once, so stopping loses none. */
export async function walkThrough(app: App, store: Store, rows: readonly DueRow[]): Promise<void> {
  if (rows.length === 0) return app.tell([line('Nothing is due.')]);
  return inConversation(app, (terminal) => decideAll(app, store, terminal, rows));
}

async function decideAll(app: App, store: Store, terminal: Terminal, rows: readonly DueRow[]): Promise<void> {
  let decided = 0;
  try {
    for (const [index, row] of rows.entries()) {
      await app.tell(dueLines(row, app.clock.today));
      if (await decide(app, store, terminal, row, `${index + 1} of ${rows.length}`)) decided += 1;
    }
  } catch (error) {
    if (!(error instanceof Paused)) throw error;
    throw new Paused(error.exitCode, `Stopped. ${counted(decided, 'decision')} kept.`);
  }
  return app.tell([line(quiet(`That was all. ${counted(decided, 'decision')} kept.`))]);
}

async function decide(app: App, store: Store, terminal: Terminal, row: DueRow, position: string): Promise<boolean> {
  const [item] = store.items([row.id]);
  const { today } = app.clock;
  if (!item || item.state !== 'open') return false;
  const reply = await terminal.ask(question(row, position, app));
  const answers = reply.kind === 'answers' ? reply.answers : {};
  const on = isoDay(textIn(answers, 'on') ?? '');
  const why = textIn(answers, 'why');
  if (textIn(answers, 'do') === 'done') {
    store.apply(`done ${row.id}`, finishing(item, await outcomeOf(app, item), undefined, today), today);
  } else if (on) {
    store.apply(`snooze ${row.id}`, [{ kind: 'move', id: row.id, on }], today);
    if (on < item.on) await app.tell([line(quiet(movedEarlier(item.on)))]);
  } else if (why !== undefined) {
    store.apply(`drop ${row.id}`, [{ kind: 'close', id: row.id, state: 'dropped', note: why }], today);
  } else {
    return false;
  }
  return true;
}

async function outcomeOf(app: App, item: Item): Promise<EntryOutcome | undefined> {
  return outcomesOf(item.kind).length > 0 ? askOutcome(app, item) : undefined;
}

function question(row: DueRow, position: string, app: App): Asked {
  return {
    id: row.id,
    position,
    elapsed: undefined,
    tag: undefined,
    ask: 'What about it?',
    hint: undefined,
    why: ['Whatever you decide is kept at once. What you leave comes again tomorrow.'],
    enter: { label: 'next', answers: {} },
    form: { form: 'choice', options: options(app) },
    canGoBack: false,
  };
}

function options({ clock: { today } }: App): readonly Option[] {
  const when: FollowOn = {
    ask: 'Until when?',
    hint: 'A day: tomorrow, next tuesday, in 2 weeks, end of march',
    optional: false,
    read: async (typed) => {
      const read = await readDay(typed, today, 'future');
      if ('problem' in read) return read;
      if (read.value < today) return { problem: `${sayDay(read.value)} is over.` };
      return { value: { on: read.value }, understood: read.understood ?? sayDay(read.value) };
    },
  };
  const why: FollowOn = {
    ask: 'Why? Only for you.',
    optional: false,
    read: (typed) => ({ value: { why: typed.trim() }, understood: typed.trim() }),
  };
  return [
    { key: 'd', label: 'done', answers: { do: 'done' } },
    { key: 's', label: 'another day', answers: { do: 'snooze' }, followOns: [when] },
    { key: 'x', label: 'give it up', answers: { do: 'drop' }, followOns: [why] },
    { key: 'n', label: 'next', answers: {} },
  ];
}
