import type { SpanWords } from './span-grammar.ts';

/** `end of march`, `next week`, `Q2`, `next spring`, `before easter`. */
export const ENGLISH_SPANS: SpanWords = {
  before: 'in|by|from|around',
  between: 'of|the|this|in',
  this: 'this',
  coming: { before: 'next|coming' },
  parts: { start: 'early|start|beginning', middle: 'mid|middle', end: 'later?|end' },
  months: [
    'jan(?:uary)?',
    'feb(?:ruary)?',
    'mar(?:ch)?',
    'apr(?:il)?',
    'may',
    'june?',
    'july?',
    'aug(?:ust)?',
    'sept?(?:ember)?',
    'oct(?:ober)?',
    'nov(?:ember)?',
    'dec(?:ember)?',
  ],
  quarters: ['first quarter', 'second quarter', 'third quarter', 'fourth quarter'],
  seasons: ['spring', 'summer', 'autumn|fall', 'winter'],
  next: { week: 'next week', month: 'next month', quarter: 'next quarter', year: 'next year' },
  running: { week: 'week', month: 'month', quarter: 'quarter', year: 'year' },
  feasts: {
    before: 'before|by|until|till',
    after: 'after|at|around|over|in|from',
    names: {
      easter: 'easter',
      'holy-week': 'holy week',
      christmas: 'christmas|xmas',
      'new-year': `(?:early (?:in )?(?:the )?)?new year(?:['’]s)?`,
    },
  },
};
