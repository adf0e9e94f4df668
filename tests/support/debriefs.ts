import type { Script } from './scripted-terminal.ts';

/** A whole loss, answered by keys: Northwind Logistics goes to Globex, and price was not the reason. */
export const NORTHWIND_SCRIPT: Script = [
  ['offer', '148k EUR 12m, onboarding free'],
  ['decided-on', ''],
  ['forecast', '8'],
  ['outcome', 'a'],
  ['winner', 'Globex'],
  ['winner-edge', 'd'],
  ['said', 'The CFO felt Globex was the safer choice.'],
  ['reason', 'a'],
  ['requoted', 'n'],
  ['underneath', 'f'],
  ['steps', 'bnlgln'],
  ['turning-point', 'c'],
  ['own-it', 'never met the one who decides'],
  ['next-time', ''],
  ['again', 'y'],
  ['door', 'n'],
  ['contact', 'Dana Reyes, CFO, +1 555 0100'],
  ['call-next', 'Contoso'],
  ['review', ''],
];

/** The script up to a question, that one left out. */
export function upTo(script: Script, id: string): Script {
  return script.slice(
    0,
    script.findIndex(([question]) => question === id),
  );
}

/** The script with another input for some questions. */
export function changed(script: Script, inputs: Readonly<Record<string, string>>): Script {
  return script.map(([id, typed]) => [id, inputs[id] ?? typed] as const);
}

/** `--set` flags for a loss without a keyboard. */
export function setting(answers: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(answers).flatMap(([id, value]) => ['--set', `${id}=${value}`]);
}
