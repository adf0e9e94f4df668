import { readFileSync } from 'node:fs';

/** The help text that was written at the build for just these arguments, such as `due --help` or `help due`; undefined where anything else was typed. */
export function writtenHelp(args: readonly string[]): string | undefined {
  const words = wordsAskedFor(args);
  if (words === undefined) return undefined;
  const texts = JSON.parse(readFileSync(new URL('../data/help.json', import.meta.url), 'utf8')) as HelpTexts;
  return Object.hasOwn(texts, words) ? texts[words] : undefined;
}

type HelpTexts = Readonly<Record<string, string>>;

function wordsAskedFor(args: readonly string[]): string | undefined {
  const last = args.at(-1);
  if (last === '--help' || last === '-h') return args.slice(0, -1).join(' ');
  return args[0] === 'help' && args.length <= 2 ? (args[1] ?? '') : undefined;
}
