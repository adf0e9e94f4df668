import type { App } from '../app.ts';
import { textIn } from '../core/answers.ts';
import { line, type Line, quiet } from '../core/page.ts';
import { lessonToBeginWith } from '../core/repeats.ts';
import { brief } from '../core/text/sentence.ts';
import { sayLesson } from '../pages/lesson-lines.ts';
import type { Store } from '../store/store.ts';
import type { Session } from './session.ts';

/** Says, once its deal is named and before anything else is asked, what the file knows that this debrief may want. */
export async function tellBeforeAsking(app: App, store: Store, session: Session): Promise<void> {
  const name = textIn(session.answers, 'deal');
  if (name === undefined) return;
  const { framework, context, dealId } = session;
  const segment = dealId === undefined ? undefined : store.segmentOf(dealId);
  const lesson = framework.after === 'loss' ? lessonToBeginWith(context.history, name, segment) : undefined;
  await app.tell([
    ...onFileLines(store, session, name),
    ...(lesson ? [line(quiet(sayLesson({ ...lesson, lesson: brief(lesson.lesson ?? '') }, context.speech)))] : []),
  ]);
}

function onFileLines(store: Store, { dealId, context }: Session, name: string): readonly Line[] {
  const { asking } = context.speech;
  if (dealId !== undefined) return [line(quiet(asking.onFile(dealId)))];
  const latest = store.records({ name }).find(({ debrief }) => debrief !== undefined);
  return latest === undefined ? [] : [line(quiet(asking.namesake(name, `lossdebrief edit ${latest.deal.id}`)))];
}
