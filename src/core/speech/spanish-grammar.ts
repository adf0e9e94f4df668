import { quotedValue } from '../text/quoted-value.ts';
import { capitalised } from '../text/sentence.ts';
import type { DayGrammar } from './day-grammar.ts';
import type { AmountGrammar, DayWords } from './speech.ts';

const HOW = {
  past: 'Por ejemplo: 20.11.2026, ayer, el viernes pasado o hace 2 semanas.',
  future: 'Por ejemplo: 1.3.2027, el próximo viernes, en 3 meses, marzo de 2027 o T2.',
};
const WEEKDAYS = ['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo'];

/** `ayer`, `el viernes pasado`, `hace 2 semanas`, `20 nov`. */
export function spanishDays(days: DayWords): DayGrammar {
  return {
    near: new Map([
      ['hoy', 0],
      ['ayer', -1],
      ['anteayer', -2],
      ['antes de ayer', -2],
      ['mañana', 1],
      ['pasado mañana', 2],
    ]),
    weekday: (typed) => {
      const [, before, name = '', after] =
        /^(?:el )?(?:(pasado|próximo|proximo|este) )?([a-záé]{3,9})(?: (pasado|que viene|próximo|proximo))?$/.exec(
          typed,
        ) ?? [];
      const plain = name.replace('á', 'a').replace('é', 'e');
      const weekday = WEEKDAYS.findIndex((full) => full === plain || full.slice(0, 3) === plain) + 1;
      const which = before ?? after;
      return weekday === 0
        ? undefined
        : { weekday, side: which === undefined ? undefined : which === 'pasado' ? 'past' : 'future' };
    },
    distance: (typed) => {
      const [, way = '', count = '', unit = ''] =
        /^(en|dentro de|hace) (una?|\d{1,3}) (día|dia|semana|mes|año)(?:e?s)?$/.exec(typed) ?? [];
      const known = UNITS[unit as keyof typeof UNITS];
      if (known === undefined) return undefined;
      return { count: /^\d/.test(count) ? Number(count) : 1, unit: known, side: way === 'hace' ? 'past' : 'future' };
    },
    spans: async () => (await import('./spanish-spans.ts')).SPANISH_SPANS,
    spanDay: (day, part) => `${days.long(day)}, ${IN_SPAN[part]}`,
    monthName: /ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic/,
    parser: async () => (await import('chrono-node')).es.strict,
    notUnderstood: (typed, direction) =>
      `${capitalised(quotedValue(typed))} no se entiende como día. ${HOW[direction]}`,
    twoReadings: (typed, one, other) =>
      `${typed} puede ser el ${days.long(one)} (${one}) o el ${days.long(other)} (${other}). Escribe el que quieres decir.`,
    noSuchDay: (typed) => `El día ${typed} no existe en el calendario.`,
    tooFar: (day) => `${day} queda demasiado lejos. Comprueba el año.`,
  };
}

const IN_SPAN = {
  start: 'el primer día laborable',
  middle: 'hacia la mitad',
  end: 'el último día laborable',
  before: 'antes de los festivos',
  after: 'después de los festivos',
};

const UNITS = { día: 'day', dia: 'day', semana: 'week', mes: 'month', año: 'year' } as const;

/** `148 mil`, `1,2 millones`, `4k al mes`, `12 meses`. */
export const SPANISH_AMOUNTS: AmountGrammar = {
  thousand: ['mil'],
  million: ['millones', 'millón', 'mill.'],
  month: ['meses', 'mes'],
  year: ['años', 'año'],
  per: ['al ', 'por ', 'cada '],
  during: ['durante', 'por', 'a'],
  roughly: ['unos', 'unas', 'alrededor de', 'aproximadamente', 'cerca de', 'quizás', 'quizá'],
};
