import type { Contact, Read } from '../answers.ts';
import type { Speech } from '../speech/speech.ts';
import { type Kind, REFUSED } from './kind.ts';
import { oneLine } from './text.ts';

/** Whom to call: a name, and what is known besides, on one line in any order after the name. */
export const contact: Kind = {
  parts: ({ id }) => [
    {
      id,
      allowed: () =>
        '{ "name": …, "role": …, "phone": …, "email": … }, or a line such as "Dana Reyes, CFO, +1 555 0100"',
      read: (value, { speech }) => (typeof value === 'string' ? readText(value, speech) : readObject(value)),
      say: (value) => sayContact(value as Contact),
    },
  ],
  form: ({ id }, { speech }) => ({
    form: 'line',
    read: (typed) => {
      const read = readLine(typed, speech);
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
function readText(text: string, speech: Speech): Read<Contact> {
  if (!text.trim().startsWith('{')) return readLine(text, speech);
  try {
    return readObject(JSON.parse(text));
  } catch {
    return REFUSED;
  }
}

function readLine(line: string, { answers }: Speech): Read<Contact> {
  const [name = '', ...rest] = oneLine(line)
    .split(/[,;]/)
    .map((part) => part.trim());
  if (name === '') return { problem: answers.beginWithName };
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
