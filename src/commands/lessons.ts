import type { App } from '../app.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import type { Lesson } from '../core/lesson.ts';
import { idSpan, line, type Page, quiet } from '../core/page.ts';
import { oneLine } from '../core/questions/text.ts';
import { counted } from '../core/text/sentence.ts';
import type { Table } from '../core/table.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { dealOnFile } from '../debriefing/deal-on-file.ts';
import { lessonsPage } from '../pages/lesson-lines.ts';

/** Lists what the deals taught, one sentence each, newest first; with words, those that have all of them. */
export async function lessons(app: App, words: readonly string[]): Promise<void> {
  const store = await app.store('read');
  const found = store.lessons(words.join(' '));
  const withoutLesson = store.withoutLesson();
  await app.print({
    json: () => ({ schemaVersion: SCHEMA_VERSION, lessons: found.map(lessonJson), withoutLesson }),
    table: () => tableOf(found),
    page: () => [...lessonsPage(found), ...(words.length === 0 ? missingLine(withoutLesson) : [])],
    isPaged: true,
  });
  if (found.length > 0) return;
  const none = words.length === 0 ? `No lessons yet in ${store.path}.` : 'No lesson has these words.';
  await app.tell([line(`${none} Add one: lossdebrief lessons add D12 "Ask who decides before the demo."`)]);
}

/** Gives a deal the sentence that it stands for from now on. */
export async function addLesson(app: App, deal: string, words: readonly string[]): Promise<void> {
  const text = oneLine(words.join(' '));
  if (text === '') throw new UserError('The lesson is empty.', 'lossdebrief lessons add D12 "Ask who decides first."');
  const store = await app.store('write');
  const found = dealOnFile(store, deal);
  if (!found) throw new UserError(`There is no deal ${deal}.`, 'See them all: lossdebrief list', EXIT.noSuchId);
  const { id, name, outcome } = found.deal;
  const { today } = app.clock;
  store.addLesson(id, text, today);
  await app.print({
    json: () => ({
      schemaVersion: SCHEMA_VERSION,
      ...lessonJson({ dealId: id, deal: name, outcome, on: today, text }),
    }),
    page: () => [line('Kept as the lesson of ', idSpan(id), ` ${name}: ${text}`)],
  });
}

function missingLine(withoutLesson: number): Page {
  if (withoutLesson === 0) return [];
  return [line(quiet(`${counted(withoutLesson, 'debriefed deal has', 'debriefed deals have')} none yet.`))];
}

function lessonJson({ dealId, deal, outcome, on, text }: Lesson): Record<string, unknown> {
  return { deal: { id: dealId, name: deal, outcome: outcome ?? null }, on, text };
}

function tableOf(found: readonly Lesson[]): Table {
  return {
    id: 'lessons',
    title: 'Lessons',
    columns: [
      { key: 'dealId', title: 'Id', kind: 'text' },
      { key: 'on', title: 'Written', kind: 'day' },
      { key: 'deal', title: 'Deal', kind: 'text' },
      { key: 'outcome', title: 'Outcome', kind: 'text' },
      { key: 'text', title: 'Lesson', kind: 'text' },
    ],
    rows: found.map(({ dealId, on, deal, outcome, text }) => [dealId, on, deal, outcome ?? null, text]),
    notes: [],
  };
}
