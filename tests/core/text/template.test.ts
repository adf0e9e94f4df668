import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filled, namesIn } from '../../../src/core/text/template.ts';

const words = (name: string): string | undefined => ({ deal: 'Northwind Logistics', 'contact.first': 'Dana' })[name];

test.each([
  ['After {deal}.', 'After Northwind Logistics.'],
  ['Hello {contact.first|there},', 'Hello Dana,'],
  ['Call {call-next|the next name on my list}.', 'Call the next name on my list.'],
  ['Missed before. {earlier.action|}', 'Missed before.'],
  ['Missed before. {earlier.action}', 'Missed before.'],
  ['{deal} and {deal}', 'Northwind Logistics and Northwind Logistics'],
  ['Nothing to fill', 'Nothing to fill'],
])('%s reads %s', (template, text) => {
  expect(filled(template, words)).toBe(text);
});

test('a line that ends in a gap keeps its break and loses the space', () => {
  expect(filled('Hello {nobody}\nthank you.', words)).toBe('Hello\nthank you.');
});

test('names are listed in order, with or without words instead', () => {
  expect(namesIn('{deal}: {steps.role.missed|not noted} ({earlier.on})')).toEqual([
    'deal',
    'steps.role.missed',
    'earlier.on',
  ]);
});

test('what a person wrote is taken as it is, never as a template', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('{deal}', '$&', '$1', '{a|b}')), (wrote) => {
      expect(filled('<{own-it}>', () => wrote)).toBe(`<${wrote}>`);
    }),
  );
});
