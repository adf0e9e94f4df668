import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../support/any-text.ts';
import type { Answers, Read } from '../../../src/core/answers.ts';
import type { LineForm } from '../../../src/core/asked.ts';
import { longText } from '../../../src/core/questions/long-text.ts';
import { deal, oneLine, text } from '../../../src/core/questions/text.ts';
import { contextWith, NORTHWIND, questionIn } from '../../support/northwind.ts';
import { LOSS } from '../../support/shipped.ts';

function line(id: string, answers: Answers = {}, kind = text): LineForm {
  const form = kind.form(questionIn(LOSS, id), contextWith({ dealNames: ['Contoso', 'Northwind Logistics'] }), answers);
  if (form.form !== 'line') throw new Error('It is one line.');
  return form;
}

async function typed(id: string, words: string): Promise<Read<Answers>> {
  return line(id).read(words);
}

test('a typed line is kept without the space around it', async () => {
  expect(await typed('winner', '  Globex ')).toEqual({ value: { winner: 'Globex' }, understood: 'Globex' });
});

test('a pasted block becomes one line', () => {
  expect(oneLine(' a \r\n\r\n b\u2028c\n')).toBe('a b c');
});

test('a hundred thousand spaces are no trouble', () => {
  expect(oneLine(`a${' '.repeat(1_000_000)}b`)).toHaveLength(1_000_002);
});

test('a text that is far too long is refused', async () => {
  expect(await typed('winner', 'x'.repeat(100_001))).toEqual({
    problem: 'That is longer than 100,000 characters. Please shorten it.',
  });
});

describe('nothing that could be done', () => {
  test.each([
    ['nothing, because the budget was frozen', 'nothing-in-my-control'],
    ['Nothing could have helped.', 'nothing-in-my-control'],
    ['a smaller first step', 'compensation'],
    ['Nothing beats a pilot', 'compensation'],
    ['nothingness is no answer', 'compensation'],
  ])('%j is kept as %s', async (words, id) => {
    expect(await typed('compensation', words)).toMatchObject({ value: { [id]: words } });
  });

  test.each(['Nothing.', 'nothing', 'Nothing at all', 'none.'])('%j alone is asked for its reason', async (words) => {
    expect(await typed('compensation', words)).toEqual({
      problem: 'Then please say why, in a few words: nothing, because …',
    });
  });
});

test('a second try is offered for a sentence about somebody else', () => {
  expect(line('own-it', NORTHWIND).secondTry?.('Globex undercut us')).toContain('Only your own part can be changed');
  expect(line('own-it', NORTHWIND).secondTry?.('I never asked')).toBeUndefined();
});

test('a deal is named from those on file, or anew', () => {
  expect(line('deal', {}, deal).suggestions).toEqual(['Contoso', 'Northwind Logistics']);
});

test('a pasted mail keeps its lines', async () => {
  const form = longText.form(questionIn(LOSS, 'said'), contextWith(), { said: 'before' });
  expect(form).toMatchObject({ form: 'paragraphs', current: 'before' });
  expect(form.form === 'paragraphs' && (await form.read('\n We went with Globex.\n\nDana \n'))).toEqual({
    value: { said: 'We went with Globex.\n\nDana' },
  });
});

test('no text makes a line throw, and none has a line break left', async () => {
  await fc.assert(
    fc.asyncProperty(anyText(), async (words) => {
      const read = await typed('winner', words);
      expect('value' in read && read.value['winner']).not.toMatch(/[\r\n\u2028\u2029]/);
    }),
  );
});
