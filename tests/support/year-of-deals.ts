/** One deal of the year: the day it ended, whether it was won, and what Sam answered about it. */
export interface DealOfTheYear {
  readonly on: string;
  readonly name: string;
  readonly won?: true;
  readonly answers: Readonly<Record<string, string>>;
}

/** Forty deals of an imaginary rep, Sam, in 2026: twelve won, three that Sam ended, and the rest lost in every way there is. */
export const YEAR_OF_DEALS: readonly DealOfTheYear[] = [
  lost('2026-01-07', 'Northwind Logistics', 'lost-competitor', {
    amount: '148000',
    'contract-months': '12',
    winner: 'Globex',
    said: 'The CFO felt Globex was the safer choice.',
    reason: 'trust-risk',
    'steps.why-now': 'never',
    contact: 'Dana Reyes, CFO, +1 555 0100',
  }),
  won('2026-01-14', 'Adatum', '42000'),
  lost('2026-01-22', 'Contoso', 'postponed', { amount: '61000', reason: 'timing-trigger', 'call-on': '2026-06-15' }),
  lost('2026-01-30', 'Fabrikam', 'no-decision-indecision', { reason: 'no-urgency', 'steps.why-now': 'late' }),
  ended('2026-02-05', 'Tailspin Toys', 'disqualified'),
  lost('2026-02-11', 'Litware', 'lost-competitor', {
    'contract-months': '6',
    winner: 'Initech',
    reason: 'product-gap',
  }),
  won('2026-02-17', 'Proseware', '18000'),
  lost('2026-02-24', 'Wingtip', 'cancelled', { again: 'only-if', trigger: 'the new plant is approved' }),
  lost('2026-03-04', 'Alpine Ski House', 'lost-incumbent', { 'contract-months': '24', reason: 'incumbent-tie' }),
  lost('2026-03-12', 'Blue Yonder', 'unknown', {}),
  won('2026-03-18', 'City Power', '75000'),
  lost('2026-03-27', 'Coho Winery', 'lost-competitor', { 'contract-months': '12', reason: 'price', requoted: 'yes' }),
  lost('2026-04-02', 'Consolidated Messenger', 'in-house', { amount: '33000', reason: 'needs-misread' }),
  won('2026-04-10', 'Fourth Coffee', '12000'),
  lost('2026-04-16', 'Graphic Design Institute', 'lost-competitor', { again: 'no', 'red-flag': 'pressed-term' }),
  lost('2026-04-24', 'Humongous Insurance', 'no-decision-status-quo', { 'decides-on': '2026-12-01' }),
  lost('2026-05-05', 'Lamna Healthcare', 'lost-competitor', { reason: 'access-authority', 'steps.role': 'never' }),
  won('2026-05-12', 'Liberty Delightful', '56000'),
  lost('2026-05-20', 'Lucerne Publishing', 'postponed', { trigger: 'the merger', 'trigger-on': '2026-09-30' }),
  lost('2026-05-29', 'Margie Travel', 'lost-competitor', { reason: 'process-execution' }),
  won('2026-06-03', 'Munson Pickles', '9000'),
  lost('2026-06-10', 'Nod Publishers', 'lost-competitor', { 'contract-months': '3', reason: 'implementation' }),
  ended('2026-06-18', 'Parnell Aerospace', 'we-walked-away'),
  won('2026-06-25', 'Phone Company', '88000'),
  lost('2026-07-02', 'Relecloud', 'no-decision-indecision', { reason: 'single-threaded' }),
  lost('2026-07-09', 'School of Fine Art', 'cancelled', { reason: 'budget-absent' }),
  won('2026-07-17', 'Southridge Video', '27000'),
  lost('2026-07-28', 'Southbank', 'lost-competitor', { 'contract-months': '36', reason: 'procurement-legal' }),
  lost('2026-08-06', 'Trey Research', 'lost-competitor', { reason: 'terms-nonnegotiable' }),
  won('2026-08-14', 'VanArsdel', '64000'),
  lost('2026-08-25', 'Wide World Importers', 'postponed', { 'call-on': '2026-11-02', reason: 'timing-trigger' }),
  ended('2026-09-03', 'Woodgrove Bank', 'disqualified'),
  lost('2026-09-10', 'Best For You', 'lost-competitor', { reason: 'other', 'reason-note': 'a new head of sales' }),
  won('2026-09-18', 'Bellows College', '31000'),
  lost('2026-09-25', 'Fincher Architects', 'no-decision-status-quo', { reason: 'value-not-shown' }),
  won('2026-10-08', 'First Up', '45000'),
  lost('2026-10-16', 'Olympia', 'lost-competitor', { amount: '20000', currency: 'USD', reason: 'trust-risk' }),
  lost('2026-10-29', 'Oakwood', 'in-house', { reason: 'product-gap' }),
  won('2026-11-12', 'Pinewood', '38000'),
  lost('2026-11-26', 'Rosewood', 'lost-competitor', { 'contract-months': '12', reason: 'trust-risk' }),
];

function lost(on: string, name: string, outcome: string, answers: Readonly<Record<string, string>>): DealOfTheYear {
  return { on, name, answers: { currency: 'EUR', again: 'yes', outcome, ...answers } };
}

function won(on: string, name: string, amount: string): DealOfTheYear {
  return { on, name, won: true, answers: { currency: 'EUR', amount, 'steps.why-now': 'before' } };
}

/** Never a fit, or on terms that nobody should take: left without looking back. */
function ended(on: string, name: string, outcome: 'disqualified' | 'we-walked-away'): DealOfTheYear {
  return { on, name, answers: { outcome, again: 'no' } };
}
