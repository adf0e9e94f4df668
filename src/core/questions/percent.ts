import { plainly, type Read } from '../answers.ts';
import type { Option } from '../asked.ts';
import { type Kind, REFUSED } from './kind.ts';

/** A share in percent: one key for a tenth on screen, any whole number in a file. */
export const percent: Kind = {
  parts: ({ id }) => [
    {
      id,
      allowed: () => 'a whole number from 0 to 100',
      read: readPercent,
      say: (value) => `${plainly(value)} %`,
    },
  ],
  form: ({ id }, { speech }) => ({
    form: 'choice',
    options: TENTHS.map((tenth) => option(id, tenth, speech.answers.hundredKey)),
  }),
};

const TENTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

function option(id: string, tenth: number, hundredKey: string): Option {
  return { key: tenth === 10 ? hundredKey : String(tenth), label: `${tenth * 10} %`, answers: { [id]: tenth * 10 } };
}

function readPercent(value: unknown): Read<number> {
  const number = typeof value === 'string' ? Number(/^\s*(\d{1,3})\s*%?\s*$/.exec(value)?.[1]) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= 100
    ? { value: number }
    : REFUSED;
}
