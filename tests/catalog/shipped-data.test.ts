import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Framework } from '../../src/core/framework.ts';
import { canHold } from '../../src/core/checks/satisfiable.ts';
import { partsOf } from '../../src/core/interview.ts';
import { filled } from '../../src/core/text/template.ts';
import { DEEP, DEEP_WIN, LOSS, REASONS, SECOND_LOOK, WIN } from '../support/shipped.ts';

/** Every id that a framework's questions answer, once. */
function idsOf({ questions }: Framework): readonly string[] {
  return [...new Set(questions.flatMap((question) => partsOf(question).map(({ id }) => id)))];
}

describe('why deals are lost', () => {
  test.each([
    ['budget-absent', 'fixed', 180],
    ['value-not-shown', 'control', 90],
    ['needs-misread', 'control', 60],
    ['access-authority', 'control', 60],
    ['single-threaded', 'influence', 90],
    ['no-urgency', 'influence', 90],
    ['timing-trigger', 'fixed', 90],
    ['trust-risk', 'influence', 120],
    ['product-gap', 'fixed', 180],
    ['implementation', 'influence', 120],
    ['incumbent-tie', 'influence', 180],
    ['process-execution', 'control', 60],
    ['procurement-legal', 'influence', 60],
    ['terms-nonnegotiable', 'fixed', 180],
    ['bad-fit', 'control', 180],
    ['other', 'influence', 90],
  ])('%s: %s, followed up after %i days', (code, control, days) => {
    expect(REASONS.reasons.find((reason) => reason.code === code)).toMatchObject({ control, 'follow-up-days': days });
  });

  test('there are sixteen of them, each once', () => {
    expect(new Set(REASONS.reasons.map(({ code }) => code)).size).toBe(16);
    expect(REASONS.reasons).toHaveLength(16);
  });

  test('price is one line for two of them', () => {
    expect(REASONS.reasons.filter(({ line }) => line === 'price').map(({ code }) => code)).toEqual([
      'budget-absent',
      'value-not-shown',
    ]);
  });
});

describe('the ids are a contract', () => {
  test('after a loss', () => {
    expect(idsOf(LOSS)).toEqual([
      'deal',
      'amount',
      'currency',
      'contract-months',
      'terms',
      'decided-on',
      'forecast',
      'outcome',
      'winner',
      'winner-edge',
      'said',
      'reason',
      'requoted',
      'underneath',
      'reason-note',
      'steps',
      'contact-was',
      'turning-point',
      'own-it',
      'next-time',
      'compensation',
      'nothing-in-my-control',
      'again',
      'red-flag',
      'trigger',
      'call-on',
      'call-on-words',
      'decides-on',
      'decides-on-words',
      'trigger-on',
      'trigger-on-words',
      'contact',
      'call-next',
    ]);
  });

  test('after a win', () => {
    expect(idsOf(WIN)).toEqual([
      'deal',
      'amount',
      'currency',
      'contract-months',
      'terms',
      'decided-on',
      'forecast',
      'beaten',
      'said',
      'nearly-lost',
      'steps',
      'contact-was',
      'keep',
      'experiment',
    ]);
  });
});

test('a loss has thirteen numbered questions', () => {
  const numbers = LOSS.questions.flatMap(({ number }) => (number === undefined ? [] : [Number.parseInt(number, 10)]));
  expect([...new Set(numbers)]).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
});

test.each([
  ['loss', LOSS],
  ['win', WIN],
])('the reflections of a %s never stand where they may be shared', (_id, framework) => {
  const reflections = new Set([
    'own-it',
    'next-time',
    'compensation',
    'nothing-in-my-control',
    'nearly-lost',
    'keep',
    'experiment',
    'reason-note',
  ]);
  for (const question of framework.questions) {
    for (const { id } of partsOf(question)) {
      const answerClass = typeof question.class === 'string' ? question.class : question.class[id];
      expect([id, answerClass === 'reflection']).toEqual([id, reflections.has(id)]);
    }
  }
});

/** Frameworks with the quick pass that they go back to. */
const ALL: readonly { readonly framework: Framework; readonly earlier?: Framework }[] = [
  { framework: LOSS },
  { framework: WIN },
  { framework: DEEP, earlier: LOSS },
  { framework: DEEP_WIN, earlier: WIN },
  { framework: SECOND_LOOK, earlier: LOSS },
];

describe('the later looks', () => {
  test("keep what is typed as a reflection, but for what is the buyer's", () => {
    const texts = [DEEP, DEEP_WIN, SECOND_LOOK].flatMap(({ questions }) =>
      questions.filter(({ kind }) => kind === 'text' || kind === 'long-text'),
    );
    const theirs = new Set(['their-priority', 'real-decider', 'against']);
    for (const { id, class: answerClass } of texts) {
      expect([id, answerClass]).toEqual([id, theirs.has(id) ? 'their-words' : 'reflection']);
    }
    expect(texts.map(({ id }) => id)).toEqual(expect.arrayContaining([...theirs]));
  });

  test.each(['feeling-before', 'feeling-after', 'quota-gap', 'regret', 'execution', 'luck'])(
    'ask for %s, which one thinks of oneself and others, as a reflection only',
    (id) => {
      const asked = [DEEP, DEEP_WIN].flatMap(({ questions }) => questions.filter((question) => question.id === id));
      expect([...new Set(asked.map((question) => question.class))]).toEqual(['reflection']);
    },
  );

  test('have every id in the list for those who answer from a file', () => {
    const list = readFileSync('docs/json.md', 'utf8');
    const ids = [DEEP, DEEP_WIN, SECOND_LOOK].flatMap(idsOf);
    expect(ids.filter((id) => !list.includes(`\`${id}\``))).toEqual([]);
  });

  test('ask nothing that the quick pass asked, but for the second look, which asks the same again', () => {
    const inLoss = new Set(idsOf(LOSS));
    expect(idsOf(DEEP).filter((id) => inLoss.has(id))).toEqual([]);
    expect(idsOf(DEEP_WIN).filter((id) => new Set(idsOf(WIN)).has(id))).toEqual([]);
    expect(idsOf(SECOND_LOOK).filter((id) => !inLoss.has(id))).toEqual([]);
  });

  test('ask after a win what they ask after a loss, under the same ids and with the same answers', () => {
    const shared = DEEP_WIN.questions.filter(({ id }) => DEEP.questions.some((question) => question.id === id));
    expect(shared.map(({ id }) => id)).toEqual(expect.arrayContaining(['preparation', 'people', 'hours', 'detour']));
    for (const question of shared) {
      const inDeep = DEEP.questions.find(({ id }) => id === question.id);
      expect([question.id, question.kind, question.options, question.class]).toEqual([
        question.id,
        inDeep?.kind,
        inDeep?.options,
        inDeep?.class,
      ]);
    }
  });
});

describe.each(ALL)('the advice of $framework.id', ({ framework, earlier }) => {
  test.each(framework.rules.map((rule) => [rule.id, rule] as const))('%s can be given', (_rule, { when }) => {
    expect(canHold(when, framework, REASONS, earlier)).toBe(true);
  });

  test('is written as when and I will', () => {
    for (const { id, action } of framework.rules)
      expect([id, action]).toEqual([id, expect.stringMatching(/^(?:When|Next time) .*, I will /)]);
  });

  test('is plain: no exclamation marks', () => {
    const texts = [
      ...framework.questions.flatMap(({ ask, hint, why }) => [ask, hint ?? '', why]),
      ...framework.rules.flatMap(({ action, because, message }) => [action, because, message ?? '']),
    ];
    for (const text of texts) expect(filled(text, () => 'x')).not.toContain('!');
  });
});
