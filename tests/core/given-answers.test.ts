import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Framework } from '../../src/core/framework.ts';
import { type Given, missingRequired, parseSetting, readGiven } from '../../src/core/given-answers.ts';
import type { Context } from '../../src/core/questions/kind.ts';
import { contextWith, NORTHWIND } from '../support/northwind.ts';
import { LOSS, WIN } from '../support/shipped.ts';

const context = contextWith();

async function problemsIn(given: Given, where: Context = context): Promise<readonly string[]> {
  return (await readGiven(LOSS, { deal: 'Contoso', ...given }, where)).problems;
}

/** Something private that no message may repeat. */
const SECRET = 'they told me in confidence';

async function answersIn(given: Given): Promise<unknown> {
  return (await readGiven(LOSS, given, context)).answers;
}

test('answers in their own form are taken as they are', async () => {
  expect(await readGiven(LOSS, NORTHWIND, context)).toEqual({ answers: NORTHWIND, problems: [] });
});

describe('values are taken as people write them', () => {
  test.each<[string, unknown, unknown]>([
    ['amount', '148k', 148_000],
    ['amount', '148,000', 148_000],
    ['contract-months', '1 year', 12],
    ['contract-months', '12', 12],
    ['currency', ' eur ', 'EUR'],
    ['decided-on', 'last friday', '2026-11-13'],
    ['forecast', '80 %', 80],
    ['forecast', 80, 80],
    ['deal', '  Northwind\n Logistics ', 'Northwind Logistics'],
    ['said', ' first\n\nsecond ', 'first\n\nsecond'],
    ['contact', 'Dana Reyes, CFO, +1 555 0100', { name: 'Dana Reyes', role: 'CFO', phone: '+1 555 0100' }],
    ['contact', { name: ' Dana Reyes ', role: null }, { name: 'Dana Reyes' }],
    ['steps', { role: null, 'why-now': 'late' }, { role: 'unknown', 'why-now': 'late' }],
    ['steps', { role: ' ', 'why-now': 'late' }, { role: 'unknown', 'why-now': 'late' }],
    ['steps', { rechecked: true }, { rechecked: 'yes' }],
    ['again', true, 'yes'],
    ['again', false, 'no'],
    ['terms', '', null],
    ['terms', null, null],
    ['forecast', ' \t', null],
    ['contact', '{"name":"Dana Reyes","role":"CFO"}', { name: 'Dana Reyes', role: 'CFO' }],
  ])('%s: %j', async (id, value, expected) => {
    expect(await answersIn({ [id]: value })).toEqual({ [id]: expected });
  });
});

describe('a wrong value is named with its id and with what is allowed', () => {
  test.each<[string, unknown, RegExp]>([
    ['outcome', 'lost', /^outcome is "lost"\. Allowed: lost-competitor, .*disqualified\.$/],
    ['outcome', 'won', /^outcome is "won"\. Allowed: /],
    ['outcome', 'constructor', /^outcome is "constructor"\. Allowed: /],
    ['outcome', ['cancelled'], /^outcome is a list\. Allowed: /],
    ['reason', 'bad luck', /^reason is "bad luck"\. Allowed: price, needs-misread, .*budget-absent/],
    ['amount', -5, /^amount is -5\. Allowed: a number/],
    ['amount', 1e15, /^amount is 1000000000000000\. Allowed: a number/],
    ['amount', 'much', /^amount is "much"\. Allowed: a number/],
    ['amount', '148k EUR', /^amount is "148k EUR"\. Allowed: .*currency/],
    ['amount', '4k/mo', /^amount is "4k\/mo"\. Allowed: /],
    ['amount', 1.005, /^amount: 1\.005 EUR has more decimals than EUR has/],
    ['currency', 'XYZ', /^currency is "XYZ"\. Allowed: the three letters/],
    ['contract-months', 0, /^contract-months is 0\. Allowed: a whole number of months from 1 to 240\.$/],
    ['contract-months', 1.5, /^contract-months is 1\.5\. Allowed: /],
    ['decided-on', '2026-02-31', /^decided-on: There is no day 2026-02-31/],
    ['decided-on', '2026-11-21', /^decided-on: Saturday 21 November 2026 has not come yet/],
    ['decided-on', '03/04/2026', /^decided-on: 03\/04\/2026 could be Friday 3 April 2026 .* or Wednesday 4 March 2026/],
    ['decided-on', 20261120, /^decided-on is 20261120\. Allowed: a day up to today/],
    ['forecast', 101, /^forecast is 101\. Allowed: a whole number from 0 to 100\.$/],
    ['forecast', '1e1', /^forecast is "1e1"\. Allowed: /],
    ['said', 7, /^said is 7\. Allowed: text\.$/],
    ['terms', ['free'], /^terms is a list\. Allowed: text/],
    ['steps', 'all', /^steps is "all"\. Allowed: timeframe \(before, late, never, unknown\); /],
    ['steps', { role: 'maybe' }, /^steps\.role is "maybe"\. Allowed: before, late, never, unknown\.$/],
    ['steps', { budget: 'late' }, /^steps\.budget is not a step\. Allowed: timeframe/],
    ['steps', { 'contact-was': 'decider' }, /^steps\.contact-was is not a step\. Allowed: /],
    ['steps', { constructor: 'late' }, /^steps\.constructor is not a step\. /],
    ['steps', JSON.parse('{ "__proto__": "late" }'), /^steps\.__proto__ is not a step\. /],
    ['turning-point', 'sunset', /^turning-point is "sunset"\. Allowed: lead, qualified, .*contract\.$/],
    ['contact', { phone: '+1 555 0100' }, /^contact is an object\. Allowed: \{ "name"/],
    ['contact', { name: 'Dana', birthday: 'May' }, /^contact is an object\. Allowed: /],
    ['contact', JSON.parse('{ "name": "Dana", "__proto__": "x" }'), /^contact is an object\. Allowed: /],
    ['contact', '{ "role": "CFO" }', /^contact is "\{.*\}"\. Allowed: /],
    ['contact', '{ Dana Reyes }', /^contact is "\{ Dana Reyes \}"\. Allowed: /],
    [
      'trigger-on',
      '0000-01-15',
      /^trigger-on: 0000-01-15 is too far from today to be meant\. Please check the year\.$/,
    ],
    ['call-on', '2200-01-01', /^call-on: 2200-01-01 is too far from today/],
    ['call-on', 'soon', /^call-on: "soon" is not a day that is understood/],
  ])('%s: %j', async (id, value, message) => {
    const problems = await problemsIn({ [id]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(message);
  });

  test.each(['outcome', 'call-on', 'amount', 'forecast'])(
    'of %s nothing is repeated that is long, or that lies inside an object',
    async (id) => {
      for (const value of [`${SECRET} `.repeat(20), { [SECRET]: SECRET }, [SECRET]]) {
        const [problem = ''] = await problemsIn({ [id]: value });
        expect(problem).toMatch(new RegExp(`^${id}`));
        expect(problem).not.toContain(SECRET);
      }
    },
  );

  test('of a step nothing is repeated that is long, or that lies inside an object', async () => {
    for (const value of [`${SECRET} `.repeat(20), { [SECRET]: SECRET }, [SECRET]]) {
      const [problem = ''] = await problemsIn({ steps: { role: value } });
      expect(problem).toMatch(/^steps\.role is a/);
      expect(problem).not.toContain(SECRET);
    }
  });

  test('however deep it is', async () => {
    const deep = JSON.parse('[{"a":'.repeat(20_000) + '1' + '}]'.repeat(20_000)) as unknown;
    expect(await problemsIn({ outcome: deep })).toEqual([expect.stringMatching(/^outcome is a list\. /)]);
    expect(await problemsIn({ steps: { role: deep } })).toEqual([expect.stringMatching(/^steps\.role is a list\. /)]);
  });

  test('and everything wrong is said at once', async () => {
    expect(await problemsIn({ forecast: 101, outcome: 'lost', regret: 'yes' })).toHaveLength(3);
  });

  test('but an outcome that is wrong does not make others look out of place', async () => {
    expect(await problemsIn({ outcome: 'lost', winner: 'Globex' })).toEqual([expect.stringMatching(/^outcome is /)]);
  });
});

describe('an id that nothing asks for', () => {
  test.each(['regret', 'constructor', 'toString', '__proto__', 'steps.role'])(
    '%s is refused with the ids that are known',
    async (id) => {
      const given = JSON.parse(JSON.stringify({ deal: 'Contoso' }).replace('}', `,"${id}":"x"}`)) as Given;
      expect((await readGiven(LOSS, given, context)).problems).toEqual([
        expect.stringMatching(
          new RegExp(`^${id.replace('.', '\\.')} is not an id of this debrief\\. Known: deal, amount, `),
        ),
      ]);
    },
  );

  test('changes nothing about other objects', async () => {
    await readGiven(
      LOSS,
      JSON.parse('{ "__proto__": { "polluted": "yes" }, "constructor": { "prototype": {} } }') as Given,
      context,
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });
});

describe('an answer to a question that does not apply', () => {
  test.each<[Given, string]>([
    [
      { outcome: 'cancelled', winner: 'Globex' },
      'winner is given, but it is only asked where outcome is lost-competitor, lost-incumbent or in-house.',
    ],
    [
      { reason: 'no-urgency', underneath: 'trust-risk' },
      'underneath is given, but it is only asked where reason is price and requoted is no.',
    ],
    [{ again: 'no', 'call-on': '2027-05-03' }, 'call-on is given, but it is only asked where again is not no.'],
    [
      { again: 'no', trigger: 'it ships' },
      'trigger is given, but it is only asked where again is only-if or again is not no.',
    ],
    [
      { reason: 'product-gap', 'next-time': 'ask' },
      'next-time is given, but it is only asked where control is not fixed.',
    ],
  ])('%j is refused with the condition', async (given, problem) => {
    expect(await problemsIn(given)).toEqual([problem]);
  });

  test('is no matter if it was skipped', async () => {
    expect(await problemsIn({ outcome: 'cancelled', winner: null, underneath: '' })).toEqual([]);
  });

  test('names conditions inside conditions, too', async () => {
    const [first, ...rest] = LOSS.questions;
    const nested: Framework = {
      ...LOSS,
      questions: [
        ...(first ? [first] : []),
        ...rest.map((question) =>
          question.id === 'red-flag'
            ? { ...question, when: { any: [{ again: 'no' }, { none: [{ outcome: ['postponed', 'unknown'] }] }] } }
            : question,
        ),
      ],
    };
    const { problems } = await readGiven(nested, { outcome: 'unknown', 'red-flag': 'wrong-fit' }, context);
    expect(problems).toEqual([
      'red-flag is given, but it is only asked where again is no or not outcome is postponed or unknown.',
    ]);
  });
});

test('a question that is only not asked may be answered all the same', async () => {
  expect(await answersIn({ outcome: 'unknown', said: 'We will come back to you.' })).toHaveProperty('said');
});

test('a currency may come without being asked for', async () => {
  expect(await problemsIn({ amount: 148_000, currency: 'CHF' })).toEqual([]);
});

test('a win has no outcome to give', async () => {
  expect((await readGiven(WIN, { deal: 'Contoso', outcome: 'won' }, context)).problems).toHaveLength(1);
});

describe('answers given on top of a draft', () => {
  const DRAFT = { deal: 'Contoso', outcome: 'lost-competitor', winner: 'Globex', forecast: 80 };

  test('take along what they make stale there', async () => {
    const { answers, problems } = await readGiven(LOSS, { outcome: 'postponed' }, context, DRAFT);
    expect(problems).toEqual([]);
    expect(answers).toEqual({ deal: 'Contoso', outcome: 'postponed', forecast: 80 });
  });

  test.each<[Given, Given]>([
    [{ forecast: 60 }, { ...DRAFT, forecast: 60 }],
    [{}, DRAFT],
  ])('leave out what no question asks for any more: %j', async (given, expected) => {
    const { answers, problems } = await readGiven(LOSS, given, context, { ...DRAFT, 'gut-feeling': 'bad' });
    expect(problems).toEqual([]);
    expect(answers).toEqual(expected);
  });
});

describe('what is required', () => {
  test.each<[string, Framework, Given, readonly string[]]>([
    ['a loss', LOSS, {}, ['deal', 'outcome']],
    ['a win', WIN, {}, ['deal']],
    ['a loss with both skipped', LOSS, { deal: null, outcome: null }, ['deal', 'outcome']],
    ['a loss with both blank', LOSS, { deal: ' ', outcome: '' }, ['deal', 'outcome']],
    ['a loss with both given', LOSS, { deal: 'Contoso', outcome: 'unknown' }, []],
  ])('for %s', async (_what, framework, given, missing) => {
    const { answers } = await readGiven(framework, given, context);
    expect(missingRequired(framework, answers)).toEqual(missing);
  });
});

describe('a setting on the command line', () => {
  test.each<[string, Given, Given | undefined]>([
    ['outcome=cancelled', {}, { outcome: 'cancelled' }],
    ['said=a=b', {}, { said: 'a=b' }],
    ['said=', { said: 'before' }, { said: '' }],
    ['said=two\nlines', {}, { said: 'two\nlines' }],
    ['steps.why-now=late', {}, { steps: { 'why-now': 'late' } }],
    [
      'steps.why-now=late',
      { steps: { role: 'never', 'why-now': 'before' } },
      { steps: { role: 'never', 'why-now': 'late' } },
    ],
    ['steps.why-now=late', { steps: 'all' }, { steps: { 'why-now': 'late' } }],
    ['steps.why-now=', {}, { steps: { 'why-now': '' } }],
    ['contact.name=Dana Reyes', {}, { contact: { name: 'Dana Reyes' } }],
    ['outcome', {}, undefined],
    ['=cancelled', {}, undefined],
  ])('%j after %j', (setting, before, after) => {
    expect(parseSetting(setting, before)).toEqual(after);
  });

  test('keeps the steps that a draft has beside the one it sets', () => {
    const draft = { steps: { role: 'never', 'why-now': 'before' } };
    expect(parseSetting('steps.why-now=late', {}, draft)).toEqual({ steps: { role: 'never', 'why-now': 'late' } });
  });

  test('of one step without a value counts it as unknown', async () => {
    const given = { outcome: 'cancelled', ...parseSetting('steps.why-now=', {}) };
    expect(await answersIn(given)).toEqual({ outcome: 'cancelled', steps: { 'why-now': 'unknown' } });
  });

  test.each(['__proto__=x', '__proto__.polluted=x', 'constructor.prototype=x', 'steps.__proto__=late'])(
    '%s changes nothing about other objects, and is refused when it is read',
    async (setting) => {
      const given = parseSetting(setting, {}) ?? {};
      expect('polluted' in {}).toBe(false);
      expect(Object.getPrototypeOf(given)).toBe(Object.prototype);
      expect((await readGiven(LOSS, given, context)).problems).toHaveLength(1);
    },
  );
});

test('no file of answers makes the reader throw, and each problem names an id of that file', async () => {
  const ids = [
    ...LOSS.questions.map(({ id }) => id),
    'amount',
    'contract-months',
    'terms',
    'call-on',
    '__proto__',
    'constructor',
  ];
  const given = fc.dictionary(fc.oneof(fc.constantFrom(...ids), fc.string()), fc.jsonValue({ maxDepth: 2 }), {
    maxKeys: 6,
  });
  await fc.assert(
    fc.asyncProperty(given, async (one) => {
      const { problems } = await readGiven(LOSS, one, context);
      for (const problem of problems) expect(Object.keys(one).some((id) => problem.startsWith(id))).toBe(true);
    }),
  );
});
