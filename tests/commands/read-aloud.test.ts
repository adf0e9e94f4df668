import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Asked } from '../../src/core/asked.ts';
import { spokenText } from '../../src/core/text/spoken-text.ts';
import { type Scene, SCENES, SCENES_WITH_PATHS } from '../support/asking-scenes.ts';
import { CONTROL_BUT_BREAKS } from '../support/control-characters.ts';
import type { Heard } from '../support/read-aloud.ts';

const playing = new Map<string, Promise<readonly Heard[]>>();

/** What is heard in a scene, which is played once. */
function heardOn({ name, play }: Scene): Promise<readonly Heard[]> {
  const heard = playing.get(name) ?? play();
  playing.set(name, heard);
  return heard;
}

describe('read aloud from the command to the end', () => {
  test.each(SCENES)('$name', async (scene) => {
    const heard = await heardOn(scene);
    expect(heard.map(({ exitCode }) => exitCode)).toEqual(heard.map(() => 0));
    const text = heard.map((one) => one.text).join('\n');
    await expect(text).toMatchFileSnapshot(`read-aloud/${scene.name}.txt`);
  });

  test('each transcript that is kept has its scene', () => {
    expect(readdirSync(join(import.meta.dirname, 'read-aloud')).toSorted()).toEqual(
      SCENES.map(({ name }) => `${name}.txt`).toSorted(),
    );
  });
});

describe('what is heard', () => {
  const ALL = [...SCENES, ...SCENES_WITH_PATHS];

  test.each(ALL)('drives no terminal and draws nothing: $name', async (scene) => {
    for (const { text } of await heardOn(scene)) {
      expect(text).not.toMatch(CONTROL_BUT_BREAKS);
      expect(text.match(SPELLED_OUT) ?? []).toEqual([]);
    }
  });

  test.each(ALL)('has words in each line, and for each choice its number and its name: $name', async (scene) => {
    for (const { text, asked } of await heardOn(scene)) {
      const lines = text.split('\n').filter((one) => one !== '' && !one.startsWith('>'));
      expect(lines.filter((one) => !WORD.test(one))).toEqual([]);
      const heard = text.replaceAll(/\s+/g, ' ');
      for (const choice of asked.flatMap(choicesOf)) expect(heard).toContain(choice.replaceAll(/\s+/g, ' '));
    }
  });

  test('covers every place that asks', async () => {
    const heard = (await Promise.all(ALL.map(heardOn))).flat();
    const places = new Set(heard.flatMap((one) => [...one.places]));
    expect([...places].toSorted()).toEqual(PLACES_THAT_ASK.toSorted());
  });

  test('covers every command that asks', async () => {
    const heard = (await Promise.all(ALL.map(heardOn))).flat();
    const commands = new Set(heard.filter(({ asked }) => asked.length > 0).map(({ command }) => command));
    expect([...commands].toSorted()).toEqual(COMMANDS_THAT_ASK.toSorted());
  });
});

/** Lines, boxes and blocks, and signs that are said by their names though they only keep things apart. */
const SPELLED_OUT = /[\u2190-\u25ff\u2600-\u27bf·•|*#~_=]|--(?![a-z])|- -/gu;
const WORD = /[\p{L}\p{N}]/u;

function choicesOf({ form }: Asked): readonly string[] {
  if (form.form === 'choice') return form.options.map(({ label }, index) => `${index + 1}. ${spokenText(label)}`);
  if (form.form === 'line') return (form.suggestions ?? []).map((text, index) => `${index + 1}. ${spokenText(text)}`);
  if (form.form !== 'grid') return [];
  return form.rows.flatMap(({ options }) => options.map(({ label }, index) => `${index + 1} ${label}`));
}

/** The files of the program, each with its text. */
const SOURCES: ReadonlyMap<string, string> = new Map(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [`src/${file.replaceAll(sep, '/')}`, readFileSync(join('src', file), 'utf8')] as const),
);
const PLACES_THAT_ASK = [...SOURCES].filter(([, text]) => text.includes('terminal.ask(')).map(([file]) => file);
/** It plays its story through the commands, where nobody is there to answer. */
const ASKS_NOBODY = 'demo';
/** Files that are no commands of their own: `delete --purge`. They ask in a place of their own. */
const PARTS_OF_COMMANDS: ReadonlySet<string> = new Set(['purge']);
const COMMANDS_THAT_ASK = [...SOURCES.keys()]
  .filter((file) => file.startsWith('src/commands/'))
  .filter((file) => PLACES_THAT_ASK.some((place) => reachedFrom(file).has(place)))
  .map((file) => basename(file, '.ts'))
  .filter((command) => command !== ASKS_NOBODY && !PARTS_OF_COMMANDS.has(command));

/** The files that one imports, and those that they import, and so on. */
function reachedFrom(start: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [start];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    const folder = dirname(file);
    for (const [, path = ''] of (SOURCES.get(file) ?? '').matchAll(/(?:from |import\()'(\.[^']+)'/g)) {
      waiting.push(join(folder, path).replaceAll(sep, '/'));
    }
  }
  return reached;
}
