import type { Contact } from '../core/answers.ts';
import type { Connection } from './connection.ts';

/** The columns of a contact, null for what is not known. */
export interface ContactColumns {
  readonly name: string;
  readonly role: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** The contact that was named last for any deal of this name, in any case of letters; undefined if none was. */
export function contactOf({ db }: Connection, dealName: string): Contact | undefined {
  const latest = db.prepare<[string], ContactColumns>(
    `SELECT contact.name, contact.role, contact.phone, contact.email
     FROM contact JOIN deal ON deal.id = contact.deal_id
     WHERE fold(deal.name) = fold(?) AND deal.deleted_at IS NULL
     ORDER BY contact.id DESC LIMIT 1`,
  );
  const row = latest.get(dealName);
  return row && contactFrom(row);
}

/** The contact of a row; what is not known is left out. */
export function contactFrom({ name, role, phone, email }: ContactColumns): Contact {
  const contact: { -readonly [Field in keyof Contact]: Contact[Field] } = { name };
  if (role !== null) contact.role = role;
  if (phone !== null) contact.phone = phone;
  if (email !== null) contact.email = email;
  return contact;
}
