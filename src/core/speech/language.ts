/** The languages that the questions of the quick passes come in. The first is that of every text that has no translation. */
export const LANGUAGES = ['en', 'de', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Which words, and which way to write days and amounts. */
export interface Locale {
  readonly language: Language;
  /** A BCP 47 tag, such as `de-AT`. */
  readonly tag: string;
}

/**
 * The language that was set (`de`, `de-AT`), else that of the system's locale (`de_AT.UTF-8`), else English. The region is
 * that of the setting, else that of the system where it speaks the same language.
 */
export function localeFor(setting: string | undefined, system: string | undefined): Locale {
  const [theirs, surroundings] = [partsOf(setting), partsOf(system)];
  const language = LANGUAGES.find((known) => known === (theirs ?? surroundings)?.language) ?? 'en';
  const region = [theirs, surroundings].find((one) => one?.language === language && one.region !== undefined)?.region;
  return { language, tag: region === undefined ? language : `${language}-${region}` };
}

function partsOf(
  locale: string | undefined,
): { readonly language: string; readonly region: string | undefined } | undefined {
  const [, language, region] = /^([a-z]{2,3})(?:[_-]([a-z]{2}))?(?:[.@]|$)/i.exec(locale ?? '') ?? [];
  return language === undefined ? undefined : { language: language.toLowerCase(), region: region?.toUpperCase() };
}
