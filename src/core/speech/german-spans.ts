import type { SpanWords } from './span-grammar.ts';

/** `Ende März`, `nächste Woche`, `Q2`, `nächsten Frühling`, `vor Ostern`. */
export const GERMAN_SPANS: SpanWords = {
  before: 'im|in|ab|bis|zum|gegen',
  between: 'des|der|vom|von|dem|den|das|diese[mnrs]?',
  this: 'diese[mnrs]?',
  coming: { before: '(?:nächste|kommende)[mnrs]?' },
  parts: { start: 'anfang|beginn', middle: 'mitte', end: 'ende' },
  months: [
    'jan(?:uar)?|jän(?:ner)?',
    'feb(?:ruar)?',
    'märz?',
    'apr(?:il)?',
    'mai',
    'juni?',
    'juli?',
    'aug(?:ust)?',
    'sept?(?:ember)?',
    'okt(?:ober)?',
    'nov(?:ember)?',
    'dez(?:ember)?',
  ],
  quarters: ['erste[ns]? quartals?', 'zweite[ns]? quartals?', 'dritte[ns]? quartals?', 'vierte[ns]? quartals?'],
  seasons: ['frühlings?|frühjahrs?', 'sommers?', 'herbste?s?', 'winters?'],
  next: {
    week: '(?:nächste|kommende)[nrs]? woche',
    month: '(?:nächste|kommende)[nrs]? monats?',
    quarter: '(?:nächste|kommende)[nrs]? quartals?',
    year: '(?:nächste|kommende)[nrs]? jahr(?:e?s)?',
  },
  running: { week: 'woche', month: 'monats?', quarter: 'quartals?', year: 'jahr(?:e?s)?' },
  feasts: {
    before: 'vor|bis(?: zum?)?',
    after: 'nach|zum?|an|im?|um|über|ab|gegen',
    names: {
      easter: 'ostern',
      'holy-week': 'karwoche',
      christmas: 'weihnachten',
      'new-year': '(?:(?:anfang|beginn) (?:des )?)?(?:neujahrs?|neue[ns]? jahr(?:e?s)?|jahreswechsels?)',
    },
  },
};
