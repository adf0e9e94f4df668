/** A language that questions may be asked in. */
export type Language = 'en' | 'de' | 'es';
