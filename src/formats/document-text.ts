import type { Document } from '../core/document.ts';

/** A document in its format, made at an instant in ISO form. What a format needs is loaded with it. */
export async function documentText(document: Document, madeAt: string): Promise<string> {
  switch (document.format) {
    case 'ics':
      return (await import('./ics.ts')).ics(document.appointments, madeAt);
  }
}
