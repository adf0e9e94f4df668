import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkedFramework, readCatalog, readPoliteNoes } from '../../src/catalog/read-catalog.ts';
import { isQuestionnaire, parseFramework } from '../../src/catalog/read-framework.ts';
import { readYaml } from '../../src/catalog/read-yaml.ts';
import { type Articles, articlesSchema } from '../../src/catalog/schemas.ts';
import type { Framework } from '../../src/core/framework.ts';
import { UserError } from '../../src/core/user-error.ts';
import { DATA, REASONS } from '../support/shipped.ts';

const ARTICLES: Articles = readYaml(
  readFileSync(join(DATA, 'articles.yaml'), 'utf8'),
  'articles.yaml',
  articlesSchema,
).value;

/** A framework as small as one can be, so that each test shows what it breaks. */
const SMALL = `id: small
version: 1
title: A small loss
after: loss
questions:
  - id: deal
    short: Deal
    number: "1"
    kind: deal
    class: fact
    required: true
    ask: Which deal did you lose?
    why: It is kept under this name.
    from: ours
  - id: again
    short: Want them again
    number: "2"
    kind: choice
    class: fact
    ask: Would you want them again?
    options: { "yes": "yes", "no": "no" }
    why: There is bad business.
    from: { article: "000", passage: lesson 3 }
  - id: red-flag
    short: Against them
    number: 2a
    kind: text
    class: reflection
    when: { again: "no" }
    ask: What spoke against them?
    why: Named once, it is seen earlier.
    from: ours
  - id: reason
    short: It was
    number: "3"
    kind: reason
    class: fact
    ask: What was it?
    why: To learn from it.
    from: ours
  - id: steps
    short: Steps
    number: "4"
    kind: steps
    class: { steps: fact }
    ask: Did you know
    why: To learn from it.
    from: ours
    rows:
      - id: role
        tag: Qualifying
        ask: their role
        short: their role
        missed: { never: their role never asked }
        options: { before: before, never: never }
        why: A title is not a role.
        from: ours
rules:
  - id: next-call
    slot: call
    weight: 100
    action: I will call the next name on my list.
    because: It helps after {deal}.
    due: today
    from: ours
  - id: ask-their-role
    slot: learn
    weight: 50
    when: { steps.role: never }
    repeats: role
    action: I will ask their role.
    because: "{steps.role.missed}"
    again: { action: Ask it this time., because: "It was missed in {earlier.deal}." }
    due: 5 business days
    from: ours
closing:
  - tag: Door
    say: [{ when: { follow-up: { answered: true } }, text: "open, {follow-up}" }, { text: closed }]
`;

function readFramework(text: string, file: string): Framework {
  const parsed = parseFramework(text, file, ARTICLES, 'ours');
  if (!isQuestionnaire(parsed)) throw new Error(`${file} is a list of steps.`);
  return checkedFramework(parsed, REASONS, []);
}

/** What is said about the small framework with one piece of it changed. */
function complaint(piece: string, changed: string): string {
  if (!SMALL.includes(piece)) throw new Error(`The small framework has no ${piece}`);
  try {
    readFramework(SMALL.replace(piece, changed), 'small.yaml');
    return '';
  } catch (error) {
    if (error instanceof UserError && error.hint === 'Mend small.yaml, then try again.') return error.message;
    throw error;
  }
}

/** The line of the changed file on which a text stands. */
function lineOf(text: string, piece: string, changed: string): number {
  return (
    SMALL.replace(piece, changed)
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1
  );
}

test('the small framework is fine as it is', () => {
  expect(readFramework(SMALL, 'small.yaml').id).toBe('small');
});

describe('a framework is refused with the file, the line, what is wrong and what would mend it', () => {
  test.each<[string, string, string, string, RegExp]>([
    [
      'of an unknown kind',
      'kind: choice',
      'kind: slider',
      'kind: slider',
      /question again is of the unknown kind "slider" \(use one of: choice, coming-day, contact, /,
    ],
    [
      'of ticks without a list to tick',
      'kind: choice',
      'kind: ticks',
      'id: again',
      /ticks question again names no list of the settings \(give it a setting: process-steps, ideal-customer, /,
    ],
    [
      'with nothing to choose from',
      '    options: { "yes": "yes", "no": "no" }\n',
      '',
      'id: again',
      /choice again has nothing to choose from \(give it options/,
    ],
    [
      'with steps without rows',
      SMALL.slice(SMALL.indexOf('    rows:'), SMALL.indexOf('rules:')),
      '',
      'id: steps',
      /steps question steps has no rows \(give it rows\)/,
    ],
    [
      'with an id twice',
      'id: red-flag',
      'id: again # twice',
      '# twice',
      /the id again stands twice in questions \(give one of them another id\)/,
    ],
    [
      'with a rule twice',
      'id: ask-their-role',
      'id: next-call # twice',
      '# twice',
      /the id next-call stands twice in rules/,
    ],
    [
      'with a class missing',
      'class: { steps: fact }',
      'class: { other: fact }',
      'class: { other',
      /question steps answers steps, and its class covers other \(give each id its class: \{ steps: fact \}\)/,
    ],
    [
      'with numbers out of order',
      'number: "3"',
      'number: "1" # late',
      '# late',
      /question reason has the number 1 after 2a \(number the questions in the order they stand\)/,
    ],
    [
      'with a condition on nothing',
      'when: { again: "no" }',
      'when: { agian: "no" }',
      'agian',
      /the condition looks at "agian", which no question answers \(use the id of a question/,
    ],
    [
      'with a rule on nothing',
      'when: { steps.role: never }',
      'when: { steps.rule: never }',
      'steps.rule',
      /the condition looks at "steps\.rule"/,
    ],
    [
      'with a closing line on nothing',
      'when: { follow-up: { answered: true } }',
      'when: { followup: { answered: true } }',
      'followup',
      /the condition looks at "followup"/,
    ],
    [
      'with a value that never comes',
      'when: { again: "no" }',
      'when: { again: never }',
      'again: never',
      /"again" can never be "never" \(use one of: yes, no\)/,
    ],
    [
      'with a reason that is none',
      'when: { again: "no" }',
      'when: { reason: bad-luck }',
      'bad-luck',
      /"reason" can never be "bad-luck" \(use one of: price, /,
    ],
    [
      'with a step that never is so',
      'when: { steps.role: never }',
      'when: { steps.role: late }',
      'steps.role: late',
      /"steps\.role" can never be "late" \(use one of: before, never\)/,
    ],
    [
      'with a condition before its question',
      'when: { again: "no" }',
      'when: { reason: no-urgency }',
      'reason: no-urgency',
      /question red-flag depends on "reason", which is asked after it \(move it behind that question\)/,
    ],
    [
      'with a condition on itself',
      'when: { again: "no" }',
      'when: { red-flag: { answered: true } }',
      'red-flag: {',
      /question red-flag depends on "red-flag"/,
    ],
    [
      'with a condition on what follows from a later question',
      'when: { again: "no" }',
      'when: { control: fixed }',
      'control: fixed',
      /question red-flag depends on "control", which is asked after it/,
    ],
    [
      'with a count of steps that are asked later',
      'when: { again: "no" }',
      'when: { missed.Qualifying: { at-least: 1 } }',
      'missed.Qualifying',
      /question red-flag depends on "missed\.Qualifying"/,
    ],
    [
      'with a text of nothing',
      'because: It helps after {deal}.',
      'because: It helps after {dael}.',
      'id: next-call',
      /the text uses \{dael\}, which has no words/,
    ],
    [
      'with history in a first sentence',
      'because: It helps after {deal}.',
      'because: As in {earlier.deal}.',
      'id: next-call',
      /the text uses \{earlier\.deal\}/,
    ],
    [
      'with a closing text of nothing',
      'text: "open, {follow-up}"',
      'text: "open, {door-day}"',
      'door-day',
      /the text uses \{door-day\}/,
    ],
    [
      'that repeats no step',
      'repeats: role',
      'repeats: budget',
      'repeats: budget',
      /rule ask-their-role repeats "budget", which is no step \(use one of: role\)/,
    ],
    [
      'that takes the words of nothing',
      'repeats: role',
      'in-my-words: { id: resolve, stands-alone: [when], drop: [to] }',
      'in-my-words',
      /rule ask-their-role takes the words of "resolve", which no question answers/,
    ],
    [
      'that leaves out a reason that is none',
      'kind: reason',
      'without: [bad-luck]\n    kind: reason',
      'without',
      /question reason leaves out "bad-luck", which is no reason/,
    ],
    [
      'with a rule that can never fire',
      'when: { steps.role: never }',
      'when: { again: "yes", red-flag: { answered: true } }',
      'again: "yes"',
      /rule ask-their-role can never fire \(its conditions exclude each other/,
    ],
    [
      'with a rule that contradicts itself',
      'when: { steps.role: never }',
      'when: { steps.role: never, missed.Qualifying: { at-most: 0 } }',
      'at-most',
      /rule ask-their-role can never fire/,
    ],
    [
      'with a question that can never be asked',
      'when: { again: "no" }',
      'when: { again: "no", none: [{ again: "no" }] }',
      'none:',
      /question red-flag can never be asked/,
    ],
    [
      'with an article nobody knows',
      'article: "000"',
      'article: "007"',
      '"007"',
      /there is no article "007" \(use one of: 000, 001, 002, 003, 004, or write: from: ours\)/,
    ],
  ])('%s', (_what, piece, changed, place, message) => {
    const said = complaint(piece, changed);
    expect(said).toMatch(message);
    expect(said).toMatch(new RegExp(`^small\\.yaml:${lineOf(place, piece, changed)}:\\d+: `, 'm'));
  });
});

describe('a file that is not what a framework looks like is refused with its line', () => {
  test.each<[string, string, string, RegExp]>([
    [
      'an unknown key',
      '    required: true',
      '    requird: true',
      /small\.yaml:11:\d+: "requird" is not known here \(check the spelling, or take it out\)/,
    ],
    ['a missing key', '    ask: What was it?\n', '', /small\.yaml:33:\d+: questions\.3\.ask: /],
    ['an empty text', 'ask: What was it?', 'ask: " "', /small\.yaml:38:\d+: questions\.3\.ask: /],
    [
      'an id in capitals',
      'id: red-flag',
      'id: RedFlag',
      /small\.yaml:\d+:\d+: .*an id is lower-case letters, digits and dashes/,
    ],
    [
      'an id that every object has',
      'id: red-flag',
      'id: constructor',
      /small\.yaml:\d+:\d+: .*this word cannot be an id/,
    ],
    [
      'a due date that is no rule',
      'due: today',
      'due: soon',
      /small\.yaml:\d+:\d+: .*write today, 1 business day or 7 days/,
    ],
    ['a slot that is none', 'slot: learn', 'slot: think', /small\.yaml:\d+:\d+: rules\.1\.slot: /],
    ['a weight out of bounds', 'weight: 50', 'weight: 101', /small\.yaml:\d+:\d+: rules\.1\.weight: /],
    [
      'an operator that is none',
      'follow-up: { answered: true }',
      'follow-up: { given: true }',
      /small\.yaml:\d+:\d+: /,
    ],
    ['a key twice', '    ask: What was it?', '    ask: What was it?\n    ask: What was it?', /small\.yaml:39: /],
    ['no YAML', 'questions:', 'questions: [', /small\.yaml:\d+: /],
  ])('%s', (_what, piece, changed, message) => {
    expect(complaint(piece, changed)).toMatch(message);
  });

  test('everything wrong is said at once', () => {
    const said = complaint(
      'repeats: role',
      'repeats: budget\n    in-my-words: { id: resolve, stands-alone: [when], drop: [to] }',
    );
    expect(said.split('\n')).toHaveLength(2);
  });
});

describe('a framework that is fine', () => {
  const framework = readFramework(SMALL, 'small.yaml');

  test('says whose advice each question is', () => {
    expect(framework.questions.map(({ credit }) => credit).slice(0, 2)).toEqual([
      'This one is our own.',
      'From Amy Volas, "4 powerful lessons I\'ve learned from the most painful sales deals I\'ve lost", lesson 3.',
    ]);
  });

  test('survives being built into JSON', () => {
    expect(JSON.parse(JSON.stringify(framework))).toEqual(framework);
  });
});

test('the shipped folder has a quick pass for a loss and one for a win, and the later looks at them', () => {
  const { frameworks } = readCatalog(DATA);
  expect(frameworks.map(({ id, after, pass }) => `${id}: ${pass} after a ${after}`)).toEqual([
    'deep-win: deep after a win',
    'deep: deep after a loss',
    'loss: quick after a loss',
    'second-look: second-look after a loss',
    'win: quick after a win',
  ]);
});

describe('the request to the buyer', () => {
  test('may name the contact and the deal', () => {
    const framework = readFramework(withRequest('{contact.first|there}, {contact}, {deal}'), 'small.yaml');
    expect(framework['feedback-request']?.subject).toBe('One question');
  });

  test.each(['{own-it}', '{red-flag|}', '{contact.phone}'])('is refused if it names %s', (name) => {
    expect(() => readFramework(withRequest(`Hello, ${name}`), 'small.yaml')).toThrow(
      /small\.yaml:\d+:\d+: the request to the buyer uses .* \(use only: contact, contact\.first, deal\)/,
    );
  });
});

describe('polite noes', () => {
  const LISTED = '- { id: price, phrases: [price], caution: Easy to say., from: { article: "003", passage: x } }';

  test('carry the words of whose advice they are', () => {
    expect(readPoliteNoes(LISTED, ARTICLES)).toEqual([
      { id: 'price', phrases: ['price'], caution: 'Easy to say.', credit: expect.stringContaining('the sales blog') },
    ]);
  });

  test.each([
    ['an article that there is not', '"003"', '"009"', /polite-noes\.yaml:1:\d+: there is no article "009"/],
    ['no phrases', '[price]', '[]', /polite-noes\.yaml:1:/],
    ['an ending that is none', 'caution:', 'outcomes: [lost], caution:', /polite-noes\.yaml:1:/],
    ['a word that is not known here', 'caution:', 'advice: x, caution:', /"advice" is not known here/],
  ])('with %s are refused', (_what, from, to, message) => {
    expect(() => readPoliteNoes(LISTED.replace(from, to), ARTICLES)).toThrow(message);
  });
});

function withRequest(text: string): string {
  return `${SMALL}\nfeedback-request: { subject: One question, text: "${text}" }\n`;
}
