import type { Lesson } from '../core/lesson.ts';
import type { PastLoss } from '../core/history.ts';
import { idSpan, item, line, type Page, quiet } from '../core/page.ts';
import { sayShortDay } from '../core/days/say-day.ts';
import type { Speech } from '../core/speech/speech.ts';
import { ID_WIDTH } from './action-lines.ts';

/** What an earlier loss taught, in one line. */
export function sayLesson({ deal, decidedOn, lesson = '' }: PastLoss, { asking }: Speech): string {
  return asking.lesson(deal, decidedOn, lesson);
}

/** The lessons, each under its deal. */
export function lessonsPage(lessons: readonly Lesson[]): Page {
  return lessons.flatMap(({ dealId, deal, on, text }) => [
    { ...item(0, idSpan(dealId), ID_WIDTH, text) },
    { ...line(quiet(`${deal}, ${sayShortDay(on)}`)), indent: ID_WIDTH },
  ]);
}
