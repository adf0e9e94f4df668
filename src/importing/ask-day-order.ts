import type { App } from '../app.ts';
import { APART } from '../core/asked.ts';
import type { Reading } from '../crm/reading.ts';
import type { DayOrder } from '../crm/crm-day.ts';
import type { DayColumn } from '../crm/survey.ts';
import { sayDay } from '../core/days/say-day.ts';
import { shellWord } from '../core/text/shell-word.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { unlessStopped } from '../debriefing/confirm.ts';

/** A column of days that can be read in two ways. */
export interface UnclearDays {
  readonly column: number;
  readonly heading: string;
  readonly example: NonNullable<DayColumn['unclear']>;
  /** Why the other values do not tell. */
  readonly why: string;
}

/** The first column whose values leave open which number is the day; undefined if there is none. */
export function unclearDays({ formats, headings }: Reading): UnclearDays | undefined {
  for (const [column, { order, unclear, isMixed }] of formats.days) {
    if (order !== undefined || !unclear) continue;
    const why = isMixed ? MIXED : 'no other value of the column tells which';
    return { column, heading: headings[column] ?? '', example: unclear, why };
  }
  return undefined;
}

const MIXED = 'some values of the column can only be read with the day first, others only with the month first';

/** Asks which number is the day. Throws `UserError` 4 where nobody can be asked. */
export async function askDayOrder(
  app: App,
  argument: string,
  { heading, example, why }: UnclearDays,
): Promise<DayOrder> {
  const { dayFirst, monthFirst } = example;
  if (!app.canAsk) {
    throw new UserError(
      `${heading}: a day there is ${sayDay(dayFirst)} or ${sayDay(monthFirst)}, and ${why}.`,
      `Day first: lossdebrief import ${shellWord(argument)} --date-format day-first   Month first: lossdebrief import ${shellWord(argument)} --date-format month-first`,
      EXIT.inputRefused,
    );
  }
  const terminal = await app.terminal();
  const reply = await unlessStopped(() =>
    terminal.ask({
      id: 'date-format',
      ...APART,
      ask: `${heading}: which day is meant?`,
      hint: undefined,
      why: [`Nothing in the file decides it: ${why}.`],
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
