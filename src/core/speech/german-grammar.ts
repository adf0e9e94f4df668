import { quotedValue } from '../text/quoted-value.ts';
import { capitalised } from '../text/sentence.ts';
import type { DayGrammar } from './day-grammar.ts';
import type { AmountGrammar, DayWords } from './speech.ts';

const HOW = {
  past: 'Zum Beispiel: 20.11.2026, gestern, letzten Freitag oder vor 2 Wochen.',
  future: 'Zum Beispiel: 1.3.2027, nächsten Freitag, in 3 Monaten, März 2027 oder Q2.',
};
const WEEKDAYS = ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonntag'];

/** `gestern`, `letzten Freitag`, `vor 2 Wochen`, `20. Nov`. */
export function germanDays(days: DayWords): DayGrammar {
  return {
    near: new Map([
      ['heute', 0],
      ['gestern', -1],
      ['vorgestern', -2],
      ['morgen', 1],
      ['übermorgen', 2],
    ]),
    weekday: (typed) => {
      const [, which, name = ''] =
        /^(?:am )?(?:(letzte[nrs]?|vergangene[nrs]?|diese[nrs]?|kommende[nrs]?|nächste[nrs]?) )?([a-zä]{2,10})\.?$/.exec(
          typed,
        ) ?? [];
      const full = name === 'sonnabend' ? 'samstag' : name;
      const weekday = WEEKDAYS.findIndex((one) => one === full || one.slice(0, 2) === full) + 1;
      const side = which === undefined ? undefined : /^(?:letzte|vergangene)/.test(which) ? 'past' : 'future';
      return weekday === 0 ? undefined : { weekday, side };
    },
    distance: (typed) => {
      const [, way, count = '', unit = ''] =
        /^(in|vor) (einem|einer|\d{1,3}) (tag|woche|monat|jahr)(?:e?n?|s)$/.exec(typed) ?? [];
      const known = UNITS[unit as keyof typeof UNITS];
      if (known === undefined) return undefined;
      return { count: /^\d/.test(count) ? Number(count) : 1, unit: known, side: way === 'vor' ? 'past' : 'future' };
    },
    spans: async () => (await import('./german-spans.ts')).GERMAN_SPANS,
    spanDay: (day, part) => `${days.long(day)}, ${IN_SPAN[part]}`,
    monthName: /jan|jän|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez/,
    parser: async () => {
      const { de } = await import('chrono-node');
      // It wants the dot that is often left out when typing.
      return {
        parse: (text, reference, options) =>
          de.strict
            .parse(dotted(text), reference, options)
            .map((found) => ({ ...found, text: found.text === dotted(text) ? text : found.text })),
      };
    },
    notUnderstood: (typed, direction) =>
      `${capitalised(quotedValue(typed))} lässt sich nicht als Tag lesen. ${HOW[direction]}`,
    twoReadings: (typed, one, other) =>
      `${typed} kann ${days.long(one)} (${one}) oder ${days.long(other)} (${other}) heißen. Bitte schreiben Sie den, den Sie meinen.`,
    noSuchDay: (typed) => `Einen Tag ${typed} gibt es im Kalender nicht.`,
    tooFar: (day) => `${day} ist zu weit weg. Bitte prüfen Sie das Jahr.`,
  };
}

const IN_SPAN = {
  start: 'der erste Werktag dann',
  middle: 'etwa die Mitte',
  end: 'der letzte Werktag dann',
  before: 'vor den Feiertagen',
  after: 'nach den Feiertagen',
};

const UNITS = { tag: 'day', woche: 'week', monat: 'month', jahr: 'year' } as const;

function dotted(text: string): string {
  return text.replace(/^(\d{1,2}) (?=\p{L})/u, '$1. ');
}

/** `148 Tsd`, `1,2 Mio.`, `4k im Monat`, `12 Monate`. */
export const GERMAN_AMOUNTS: AmountGrammar = {
  thousand: ['tsd.', 'tsd', 'tausend'],
  million: ['mio.', 'mio', 'millionen', 'million'],
  month: ['monate', 'monaten', 'monat', 'mon'],
  year: ['jahre', 'jahren', 'jahr'],
  per: ['pro ', 'im ', 'je '],
  during: ['für', 'über'],
  roughly: ['etwa', 'ungefähr', 'rund', 'zirka', 'vielleicht'],
};
