import type { App } from '../app.ts';
import type { Reading } from '../crm/reading.ts';
import type { DayOrder } from '../crm/crm-day.ts';
import type { DayColumn } from '../crm/survey.ts';
import { sayDay } from '../core/say-day.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { unlessStopped } from '../debriefing/confirm.ts';

/** A column of days that can be read in two ways. */
export interface UnclearDays {
  readonly column: number;
  readonly heading: string;
  readonly example: NonNullable<DayColumn['unclear']>;
}

/** The first column whose values leave open which number is the day; undefined if there is none. */
export function unclearDays({ formats, headings }: Reading): UnclearDays | undefined {
  for (const [column, { order, unclear }] of formats.days) {
    if (order === undefined && unclear) return { column, heading: headings[column] ?? '', example: unclear };
  }
  return undefined;
}

/** Asks which number is the day. Throws `UserError` 4 where nobody can be asked. */
export async function askDayOrder(app: App, file: string, { heading, example }: UnclearDays): Promise<DayOrder> {
  const { dayFirst, monthFirst } = example;
  if (!app.canAsk) {
    throw new UserError(
      `${heading}: a day there is ${sayDay(dayFirst)} or ${sayDay(monthFirst)}, and no other value of the column tells which.`,
      `lossdebrief import ${file} --date-format day-first   or --date-format month-first`,
      EXIT.inputRefused,
    );
  }
  const terminal = await app.terminal();
  const reply = await unlessStopped(() =>
    terminal.ask({
      id: 'date-format',
      position: undefined,
      elapsed: undefined,
      tag: undefined,
      ask: `${heading}: which day is meant?`,
      hint: undefined,
      why: ['No value of the column can be read in one way only, so nothing in the file tells the day from the month.'],
      enter: { label: '', answers: undefined },
      form: {
        form: 'choice',
        options: [
          { key: 'd', label: `day first: ${sayDay(dayFirst)}`, answers: { 'date-format': 'day-first' } },
          { key: 'm', label: `month first: ${sayDay(monthFirst)}`, answers: { 'date-format': 'month-first' } },
        ],
      },
      canGoBack: false,
    }),
  );
  return reply.kind === 'answers' && reply.answers['date-format'] === 'month-first' ? 'month-first' : 'day-first';
}
