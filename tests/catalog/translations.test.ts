import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCatalog } from '../../src/catalog/read-catalog.ts';
import { faultsIn } from '../../src/catalog/texts.ts';
import type { Options } from '../../src/core/framework.ts';
import { keyed } from '../../src/core/questions/option-keys.ts';
import { ENGLISH } from '../../src/core/speech/english.ts';
import { german } from '../../src/core/speech/german.ts';
import { spanish } from '../../src/core/speech/spanish.ts';
import type { Speech } from '../../src/core/speech/speech.ts';
import { DATA } from '../support/shipped.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

const GERMAN = german('de');

/** Reads `data/` in German after one of its files was changed. */
function reading(file: string, change: (text: string) => string, speech: Speech = GERMAN): () => unknown {
  const folder = join(temporaryFolder(), 'data');
  cpSync(DATA, folder, { recursive: true });
  const path = join(folder, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  return () => readCatalog(folder, speech);
}

const LOSS = 'frameworks/loss.de.yaml';

const twice = (text: string): string =>
  text.replace('      speed: Tempo\n', '').replace('  subject: Eine Frage, jetzt, da es entschieden ist\n', '');

const without = (text: string): string => text.replace(/ {2}trust-risk:\n(?: {4}.*\n)+/, '');

const none = (text: string): string => text.replace(/(another-direction:\n {4}phrases: ).*/, '$1[]');

const textWith = (places: readonly string[]): string => `Text ${places.map((one) => `{${one}|sonst} und`).join(' ')}.`;

describe('a translation is refused, with file, place and fix,', () => {
  test.each<[what: string, change: (text: string) => string, said: string]>([
    [
      'that lacks a text',
      (text) => text.replace('    ask: Welchen Deal haben Sie verloren?\n', ''),
      'loss.de.yaml:35:5: questions.deal.ask is not translated (the original is "Which deal did you lose?")',
    ],
    [
      'that lacks an option',
      (text) => text.replace('      speed: Tempo\n', ''),
      'questions.winner-edge.options.speed is not translated (the original is "speed")',
    ],
    [
      'that has an option too many',
      (text) => text.replace('      speed: Tempo\n', '      speed: Tempo\n      luck: Glück\n'),
      'questions.winner-edge.options.luck is not in the original (it has understood, people,',
    ],
    [
      'that has a question too many',
      (text) => text.replace('  currency:\n', '  weather:\n    ask: Wie war das Wetter?\n\n  currency:\n'),
      'questions.weather is not in the original',
    ],
    [
      'whose text has another place than the original',
      (text) => text.replace('bei {deal} vorn', 'bei {winner} vorn'),
      'rules.learn-from-the-winner.because has the places {winner} {winner}, and the original {deal} {winner} (use the same places, each as often)',
    ],
    [
      'that leaves a place out',
      (text) => text.replace('"{missed.Qualifying}; Ihr Kontakt {contact-was}"', 'etwas fehlte'),
      'closing.Qualifying.0 has the places none, and the original {contact-was} {missed.Qualifying}',
    ],
    [
      'that lacks one of several closing texts',
      (text) => text.replace('    - rechtzeitig gefragt\n', ''),
      'closing.Discovery has 2 where the original has 3',
    ],
    [
      'that has no words for a tag',
      (text) => text.replace('  No ego: Ohne Ego\n', ''),
      'tags.No ego is not translated',
    ],
    [
      'that gives a text where words are wanted',
      (text) => text.replace(/bare: \[nichts.*\]/, 'bare: nichts'),
      'questions.compensation.instead.bare is no list of words',
    ],
    ['that says nothing', () => '{}\n', 'title is not translated'],
  ])('%s', (_what, change, said) => {
    expect(reading(LOSS, change)).toThrow(said);
  });

  test('with everything that is wrong at once', () => {
    expect(reading(LOSS, twice)).toThrow(
      /feedback-request\.subject[^]*options\.speed|options\.speed[^]*feedback-request/,
    );
  });

  test('if it is of the reasons and lacks one', () => {
    expect(reading('reasons.de.yaml', without)).toThrow('reasons.trust-risk is not translated');
  });

  test('if it is of the polite noes and has no phrases', () => {
    expect(reading('polite-noes.de.yaml', none)).toThrow('polite-noes.another-direction.phrases is no list of words');
  });

  test.each([
    ['loss.fr.yaml', 'loss.fr.yaml: there are no words for the language "fr".'],
    ['lost.de.yaml', 'lost.de.yaml translates lost.yaml, which is not here.'],
  ])('if nothing would ever read it: %s', (name, said) => {
    const folder = join(temporaryFolder(), 'data');
    cpSync(DATA, folder, { recursive: true });
    renameSync(join(folder, LOSS), join(folder, 'frameworks', name));
    expect(() => readCatalog(folder)).toThrow(said);
  });
});

test('a text has the same places as its original, in whatever order, or is refused', () => {
  const name = fc.constantFrom('deal', 'winner', 'contact.first', 'steps.role.missed', 'own-it.quote');
  const names = fc.array(name, { maxLength: 4 });
  fc.assert(
    fc.property(names, names, (ours, theirs) => {
      const areSame = ours.toSorted().join() === theirs.toSorted().join();
      expect(faultsIn(textWith(ours), textWith(theirs)).length === 0).toBe(areSame);
    }),
  );
});

const ENGLISH_CATALOG = readCatalog(DATA, ENGLISH);

describe.each([
  ['German', GERMAN],
  ['Spanish', spanish('es')],
])('what is shipped in %s', (_name, speech) => {
  const catalog = readCatalog(DATA, speech);
  const pairs = catalog.frameworks.flatMap((framework) => {
    const original = ENGLISH_CATALOG.frameworks.find(({ id }) => id === framework.id);
    return framework.language === speech.language && original ? [{ framework, original }] : [];
  });

  test('has both quick passes, and leaves every id, condition and number as it is', () => {
    expect(pairs.map(({ framework }) => framework.id)).toEqual(['loss', 'win']);
    for (const { framework, original } of pairs) {
      expect(framework.questions.map(({ id, when, number, tag }) => ({ id, when, number, tag }))).toEqual(
        original.questions.map(({ id, when, number, tag }) => ({ id, when, number, tag })),
      );
      expect(framework.rules.map(({ id, when, weight, due }) => ({ id, when, weight, due }))).toEqual(
        original.rules.map(({ id, when, weight, due }) => ({ id, when, weight, due })),
      );
    }
  });

  test('leaves no text of a quick pass in English', () => {
    for (const { framework, original } of pairs) {
      const english = new Set(sentencesIn(original));
      expect(sentencesIn(framework).filter((text) => english.has(text))).toEqual([]);
    }
    const english = new Set(sentencesIn(ENGLISH_CATALOG.reasons));
    expect(sentencesIn(catalog.reasons).filter((text) => english.has(text))).toEqual([]);
  });

  test('picks by first letters wherever English does', () => {
    for (const { framework, original } of pairs) {
      const [spoken, english] = [optionsIn(framework), optionsIn(original)];
      const lost = english.filter((options, index) => isByInitial(options) && !isByInitial(spoken[index] ?? {}));
      expect(lost).toEqual([]);
    }
  });

  test('leaves frameworks without a translation in English', () => {
    expect(catalog.frameworks.find(({ id }) => id === 'deep')).toEqual(
      ENGLISH_CATALOG.frameworks.find(({ id }) => id === 'deep'),
    );
  });
});

/** Texts of two words and more: ids, codes and numbers have none, and a hint that is a name is the same everywhere. */
function sentencesIn(value: unknown): readonly string[] {
  // A tag is an id, and shown in other words.
  if (typeof value === 'string') return /\p{L} \p{L}/u.test(value) && !/^"?\d|business day/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) => (key === 'tag' ? [] : sentencesIn(one)))
    : [];
}

function optionsIn({ questions }: (typeof ENGLISH_CATALOG.frameworks)[number]): readonly Options[] {
  return questions.flatMap(({ options, rows = [] }) => [
    ...(options ? [options] : []),
    ...rows.map((row) => row.options),
  ]);
}

function isByInitial(options: Options): boolean {
  return keyed(options).every(({ key, label }) => label.toLowerCase().startsWith(key));
}
