/** A heading for comparing: without case, accents, spaces and marks, so that `Record ID`, `record_id` and `RecordId` are one. */
export function headingKey(heading: string): string {
  return unaccented(heading).replaceAll(/[^\p{L}\p{N}%]+/gu, '');
}

/** A word of a CRM for comparing: without case and accents, and one space for whatever stands between words. */
export function wordKey(word: string): string {
  return unaccented(word)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function unaccented(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase();
}
