import type * as Crypto from 'node:crypto';

/** A new uuid, by which a row is known outside this file. */
export function newUuid(): string {
  return crypto().randomUUID();
}

/**
 * New uuids that sort in the order in which they are made (version 7 of RFC 9562), from an instant in milliseconds on: tens of
 * thousands of rows then go to the end of their index, and not all over it. When the count of one millisecond is full, the next
 * one is taken.
 */
export function uuidsInOrder(instant: number): () => string {
  let made = 0;
  return () => {
    const time = (instant + Math.floor(made / IN_ONE_MILLISECOND)).toString(16).padStart(12, '0');
    const count = (made % IN_ONE_MILLISECOND).toString(16).padStart(3, '0');
    made += 1;
    return `${time.slice(0, 8)}-${time.slice(8)}-7${count}${newUuid().slice('01234567-0123-4567'.length)}`;
  };
}

const IN_ONE_MILLISECOND = 0x1000;

/** The SHA-256 of a text, in hexadecimal. */
export function fingerprint(text: string): string {
  return crypto().createHash('sha256').update(text).digest('hex');
}

// Loading it costs more than reading a whole call sheet, and only saving needs it.
function crypto(): typeof Crypto {
  return process.getBuiltinModule('node:crypto');
}
