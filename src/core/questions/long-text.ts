import { plainly, textIn } from '../answers.ts';
import { type Kind, REFUSED } from './kind.ts';
import { readText } from './text.ts';

/** Text of any length, such as a pasted mail; every line is kept as it was. */
export const longText: Kind = {
  parts: ({ id }) => [
    {
      id,
      allowed: () => 'text',
      read: (value, { speech }) => (typeof value === 'string' ? readText(value.trim(), speech) : REFUSED),
      say: plainly,
    },
  ],
  form: ({ id }, { speech }, answers) => ({
    form: 'paragraphs',
    current: textIn(answers, id) ?? '',
    read: (typed) => {
      const read = readText(typed.trim(), speech);
      return 'problem' in read ? read : { value: { [id]: read.value } };
    },
  }),
};
