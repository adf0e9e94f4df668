import type * as Crypto from 'node:crypto';

/** A new uuid, by which a row is known outside this file. */
export function newUuid(): string {
  return crypto().randomUUID();
}

/** The SHA-256 of a text, in hexadecimal. */
export function fingerprint(text: string): string {
  return crypto().createHash('sha256').update(text).digest('hex');
}

// Loading it costs more than reading a whole call sheet, and only saving needs it.
function crypto(): typeof Crypto {
  return process.getBuiltinModule('node:crypto');
}
