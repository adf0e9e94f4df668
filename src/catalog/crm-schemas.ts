import { z } from 'zod';
import { CRM_FACTS, CRM_SIGNS } from '../core/exchange/crm-book.ts';

const words = z.string().trim().min(1);
const role = z.enum([...CRM_FACTS, ...CRM_SIGNS]);
const headings = z.array(words).min(1);

/** What a file in `data/profiles/` may say. */
export const crmProfileSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id is lower-case letters, digits and dashes'),
  name: words,
  signatures: z.array(z.array(words).min(2, 'one heading alone tells no CRM')).default([]),
  columns: z.partialRecord(role, headings),
  either: z.array(role).default([]),
  ignore: z.array(words).default([]),
  'id-length': z.number().int().min(1).optional(),
});

const list = z.strictObject({ is: z.array(words).default([]), begins: z.array(words).default([]) });

/** What `data/crm-words.yaml` may say. */
export const crmWordsSchema = z.strictObject({
  won: list,
  lost: list,
  closed: list,
  'no-deal': list,
  deleted: list,
  yes: list,
  no: list,
});
