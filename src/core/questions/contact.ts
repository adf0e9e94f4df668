import type { Contact, Read, Reading } from '../answers.ts';
import { readDay } from '../days/read-day.ts';
import { type Context, type Kind, REFUSED } from './kind.ts';
import { oneLine } from './text.ts';

/** Whom to call: a name, and what is known besides, on one line in any order after the name. */
export const contact: Kind = {
  parts: ({ id }) => [
    {
      id,
      allowed: () =>
        '{ "name": …, "role": …, "phone": …, "email": … }, or a line such as "Dana Reyes, CFO, +1 555 0100"',
      read: (value, context) => (typeof value === 'string' ? readText(value, context) : readObject(value)),
      say: (value) => sayContact(value as Contact),
    },
  ],
  form: ({ id }, context) => ({
    form: 'line',
    read: async (typed) => {
      const read = await readLine(typed, context);
      return 'problem' in read ? read : { ...read, value: { [id]: read.value } };
    },
  }),
};

/** `Dana Reyes, CFO, +1 555 0100`. */
export function sayContact({ name, role, phone, email }: Contact): string {
  return [name, role, phone, email].filter((part) => part !== undefined).join(', ');
}

const FIELDS = ['name', 'role', 'phone', 'email'] as const;

/** A line, or an object written as JSON, as a shell hands it over. */
function readText(text: string, context: Context): Reading<Contact> {
  if (!text.trim().startsWith('{')) return readLine(text, context);
  try {
    return readObject(JSON.parse(text));
  } catch {
    return REFUSED;
  }
}

async function readLine(line: string, { speech, today }: Context): Promise<Read<Contact>> {
  const { answers } = speech;
  const [name = '', ...rest] = oneLine(line)
    .split(/[,;]/)
    .map((part) => part.trim());
  if (!/\p{L}/u.test(name)) return { problem: answers.beginWithName };
  if (/\d/.test(name) && 'value' in (await readDay(name, today, 'future', speech))) {
    return { problem: `${answers.readsAsDay(name)} ${answers.beginWithName}` };
  }
  const email = rest.find(isEmail);
  const phone = rest.find(isPhone);
  const role = rest.filter((part) => part !== '' && part !== email && part !== phone).join(', ');
  const found = { name, ...(role && { role }), ...(phone && { phone }), ...(email && { email }) };
  return { value: found, understood: sayContact(found) };
}

function readObject(value: unknown): Read<Contact> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return REFUSED;
  const fields = Object.entries(value).filter(([, field]) => field !== null);
  const isKnown = fields.every(([key, field]) => FIELDS.some((known) => known === key) && typeof field === 'string');
  const { name } = value as { name?: unknown };
  if (!isKnown || typeof name !== 'string' || name.trim() === '') return REFUSED;
  const known = fields
    .map(([key, field]) => [key, oneLine(String(field))] as const)
    .filter(([, field]) => field !== '');
  return { value: Object.fromEntries(known) as unknown as Contact };
}

function isEmail(part: string): boolean {
  return /^\S+@\S+$/.test(part);
}

function isPhone(part: string): boolean {
  return /^[+(\d][\d\s()./+-]*(?:(?:x|ext\.?)\s*\d+)?$/i.test(part) && part.replaceAll(/\D/g, '').length >= 4;
}
