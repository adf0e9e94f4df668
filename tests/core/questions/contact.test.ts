import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../../support/any-text.ts';
import type { Contact, Read } from '../../../src/core/answers.ts';
import { contact, sayContact } from '../../../src/core/questions/contact.ts';
import { contextWith, questionIn } from '../../support/northwind.ts';
import { LOSS } from '../../support/shipped.ts';

const NAME_FIRST = 'Please begin with the name, as in: Dana Reyes, CFO, +1 555 0100';

async function read(line: string): Promise<Read<unknown>> {
  const form = contact.form(questionIn(LOSS, 'contact'), contextWith(), {});
  if (form.form !== 'line') throw new Error('A contact is one line.');
  const found = await form.read(line);
  return 'problem' in found ? found : { value: found.value['contact'] };
}

test.each<[string, Contact]>([
  ['Dana Reyes', { name: 'Dana Reyes' }],
  ['Dana Reyes, CFO, +1 555 0100', { name: 'Dana Reyes', role: 'CFO', phone: '+1 555 0100' }],
  ['Dana Reyes; +1 555 0100; CFO', { name: 'Dana Reyes', role: 'CFO', phone: '+1 555 0100' }],
  ['Dana Reyes, dana@northwind.example, CFO', { name: 'Dana Reyes', role: 'CFO', email: 'dana@northwind.example' }],
  ['Dana Reyes, CFO, Finance', { name: 'Dana Reyes', role: 'CFO, Finance' }],
  ['Dana Reyes, (030) 555-0100 ext. 7', { name: 'Dana Reyes', phone: '(030) 555-0100 ext. 7' }],
  ['Dana Reyes, 007', { name: 'Dana Reyes', role: '007' }],
  ['  Dana Reyes ,, CFO ,', { name: 'Dana Reyes', role: 'CFO' }],
])('%s', async (line, value) => {
  expect(await read(line)).toEqual({ value });
});

test.each(['3 march', '2027-03-01', 'in 3 months', 'Q2 2027, CFO'])('%j is a day, and no name', async (line) => {
  const [day] = line.split(',');
  const problem = `"${day}" is a day. Please begin with the name, as in: Dana Reyes, CFO, +1 555 0100`;
  expect(await read(line)).toEqual({ problem: line === '2027-03-01' ? NAME_FIRST : problem });
  const [part] = contact.parts(questionIn(LOSS, 'contact'));
  expect(await part?.read(line, contextWith())).toHaveProperty('problem');
});

test.each(['April', 'May Summers', 'Augustin 2', 'Team 7'])(
  '%j is a name, though it is near to a day',
  async (name) => {
    expect(await read(name)).toEqual({ value: { name } });
  },
);

test.each(['', '  ', ', CFO', ';', '12', '3/4/2027', '+1 555 0100'])('%j has no name to begin with', async (line) => {
  expect(await read(line)).toEqual({ problem: NAME_FIRST });
});

test('is said in the same order each time', () => {
  expect(sayContact({ name: 'Dana Reyes', email: 'dana@northwind.example', phone: '+1 555 0100', role: 'CFO' })).toBe(
    'Dana Reyes, CFO, +1 555 0100, dana@northwind.example',
  );
});

test.each<[unknown, Contact]>([
  [{ name: 'Dana Reyes', role: '', phone: null }, { name: 'Dana Reyes' }],
  [
    { name: ' Dana Reyes ', role: 'CFO\nFinance' },
    { name: 'Dana Reyes', role: 'CFO Finance' },
  ],
  [' {"name":"Dana Reyes","phone":"+1 555 0100"}', { name: 'Dana Reyes', phone: '+1 555 0100' }],
])('a file may give it as %j', async (value, expected) => {
  const [part] = contact.parts(questionIn(LOSS, 'contact'));
  expect(await part?.read(value, contextWith())).toEqual({ value: expected });
});

test('no line makes it throw, and what was read reads back as the same', async () => {
  await fc.assert(
    fc.asyncProperty(anyText(), async (line) => {
      const first = await read(line);
      const [part] = contact.parts(questionIn(LOSS, 'contact'));
      const again = 'value' in first ? await part?.read(first.value, contextWith()) : first;
      expect(again).toEqual(first);
    }),
  );
});
