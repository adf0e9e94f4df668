/**
 * Where an error comes from, for whoever looks into it: its class, its code, the places in the code, and the same of what
 * caused it. Never a message, because messages of SQLite, of parsers and of the language itself repeat the text that they
 * stumbled over, and that may be an answer. So these lines can be shown to anybody.
 */
export function traceOf(error: unknown): string {
  return chainOf(error)
    .map(
      (each, index) => `${index === 0 ? 'stack: ' : 'cause: '}${[kindOf(each), ...framesOf(each)].join('\n    at ')}`,
    )
    .join('\n');
}

/** The error, what caused it, what caused that, and so on. */
function chainOf(error: unknown): readonly unknown[] {
  const chain: unknown[] = [];
  for (let next = error; next !== undefined && chain.length < MOST_CAUSES && !chain.includes(next);) {
    chain.push(next);
    next = next instanceof Error ? next.cause : undefined;
  }
  return chain.length === 0 ? [error] : chain;
}

const MOST_CAUSES = 5;

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return `no error, but ${error === null ? 'null' : typeof error}`;
  const { name } = error.constructor;
  const code = 'code' in error && typeof error.code === 'string' && NAME.test(error.code) ? ` ${error.code}` : '';
  return `${NAME.test(name) ? name : 'Error'}${code}`;
}

function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return [];
  const { stack } = error;
  // A message of several lines may hold some that look like frames.
  const place = stack.indexOf(error.message);
  if (place < 0) return [];
  return stack
    .slice(place + error.message.length)
    .split('\n')
    .flatMap(frameIn);
}

function frameIn(line: string): readonly string[] {
  const [found, caller, called, alone] = FRAME.exec(line) ?? [];
  if (found === undefined) return [];
  return [called === undefined ? placeOf(alone) : `${nameOf(caller)} (${placeOf(called)})`];
}

const NAME = /^[\w.]+$/;
const FRAME = /^ {4}at (?:(.+?) \((.+)\)|(.+))$/;

/** The name that a function has in the code; the one by which it was found in an object may come from the outside. */
function nameOf(caller = ''): string {
  return /^(?:async )?(?:new )?[\w$#.<>]+/.exec(caller)?.[0] ?? '<anonymous>';
}

/** Within the program or a package, or in Node; what stands before that on this machine says whose it is. */
function placeOf(place = ''): string {
  if (/^(?:async )?(?:node:[\w/]+(?::\d+){0,2}|<anonymous>|native|index \d+)$/.test(place)) return place;
  const [, path = '', position = ''] = /^(?:async )?(.+?)((?::\d+){2})$/.exec(place.replaceAll('\\', '/')) ?? [];
  const [, within = '<elsewhere>'] = /.*\/(node_modules\/.+)$/.exec(path) ?? /.*\/((?:dist|src)\/.+)$/.exec(path) ?? [];
  return `${within}${position}`;
}
