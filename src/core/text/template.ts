/** Looks up the words for a name in a template; undefined where there are none. */
export type Words = (name: string) => string | undefined;

/** Fills `{name}` and `{name|words if there are none}`. A name without words and without others leaves nothing. */
export function filled(template: string, words: Words): string {
  const text = template.replaceAll(PLACE, (_match, name: string, otherwise: string = '') => words(name) ?? otherwise);
  return text.replaceAll(/[^\S\n]+(?=\n|$)/g, '').trim();
}

/** The names that a template asks for. */
export function namesIn(template: string): readonly string[] {
  return [...template.matchAll(PLACE)].map(([, name = '']) => name);
}

const PLACE = /\{([\w.-]+)(?:\|([^{}]*))?\}/gi;
