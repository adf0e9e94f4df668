import type { SpanWords } from './span-grammar.ts';

/** `finales de marzo`, `la semana que viene`, `T2`, `la primavera que viene`, `antes de Semana Santa`. */
export const SPANISH_SPANS: SpanWords = {
  before: 'en|a|para|por|hacia|desde',
  between: 'de|del|el|la|los|las|est[ea]',
  this: 'est[ea]',
  coming: { before: 'próxim[oa]|proxim[oa]', after: 'que viene|próxim[oa]|proxim[oa]' },
  parts: { start: 'principios?|comienzos?|inicios?', middle: 'mediados', end: 'final(?:es)?|fin(?:es)?(?! de semana)' },
  months: [
    'ene(?:ro)?',
    'feb(?:rero)?',
    'mar(?:zo)?',
    'abr(?:il)?',
    'may(?:o)?',
    'jun(?:io)?',
    'jul(?:io)?',
    'ago(?:sto)?',
    'sept?(?:iembre)?|setiembre',
    'oct(?:ubre)?',
    'nov(?:iembre)?',
    'dic(?:iembre)?',
  ],
  quarters: ['t1|1t|primer trimestre', 't2|2t|segundo trimestre', 't3|3t|tercer trimestre', 't4|4t|cuarto trimestre'],
  seasons: ['primavera', 'verano', 'otoño', 'invierno'],
  next: {
    week: 'semana que viene|próxima semana|proxima semana',
    month: 'mes que viene|próximo mes|proximo mes',
    quarter: 'trimestre que viene|próximo trimestre|proximo trimestre',
    year: 'año que viene|próximo año|proximo año',
  },
  running: { week: 'semana', month: 'mes', quarter: 'trimestre', year: 'año' },
  feasts: {
    before: 'antes del?|para|hasta',
    after: 'después del?|despues del?|tras|en|por|desde|a partir del?',
    names: {
      easter: 'pascua',
      'holy-week': 'semana santa',
      christmas: 'navidad(?:es)?',
      'new-year': '(?:(?:principios|comienzos?) del? )?(?:año nuevo|nuevo año)',
    },
  },
};
