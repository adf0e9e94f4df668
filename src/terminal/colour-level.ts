/** How many colours may be written: none, 16, 256, or all of them. */
export type ColourLevel = 0 | 1 | 2 | 3;

/**
 * Decides once how many colours a stream gets. A wish not to see colour wins over a wish to see it, a wish wins over what
 * the terminal can do, and a stream that is no terminal gets none.
 */
export function colourLevel(
  env: Readonly<Record<string, string | undefined>>,
  isTTY: boolean,
  noColorFlag: boolean,
): ColourLevel {
  if (noColorFlag || isSet(env['NO_COLOR'])) return 0;
  if (env['FORCE_COLOR'] !== undefined) return forcedLevel(env['FORCE_COLOR']);
  if (isSet(env['CLICOLOR_FORCE']) && env['CLICOLOR_FORCE'] !== '0') return levelOfTerminal(env);
  if (env['CLICOLOR'] === '0' || env['TERM'] === 'dumb' || !isTTY) return 0;
  return levelOfTerminal(env);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}

function forcedLevel(value: string): ColourLevel {
  if (value === '0' || value === 'false') return 0;
  if (value === '2') return 2;
  return value === '3' ? 3 : 1;
}

function levelOfTerminal(env: Readonly<Record<string, string | undefined>>): ColourLevel {
  if (env['COLORTERM'] === 'truecolor' || env['COLORTERM'] === '24bit') return 3;
  return env['TERM']?.endsWith('-256color') === true ? 2 : 1;
}
