import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readStory } from '../../src/catalog/read-story.ts';
import { daysBetween } from '../../src/core/days/day.ts';
import { storyDay } from '../../src/core/story.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { DATA } from '../support/shipped.ts';
import { day } from '../support/days.ts';

const STORY = readStory(DATA);

describe('the shipped story', () => {
  test('has sixty deals', () => {
    expect(STORY.deals).toHaveLength(60);
  });

  test('was decided over two years', () => {
    const today = day('2026-11-20');
    const ages = STORY.deals.flatMap(({ decided = '' }) => {
      const told = storyDay(decided, today);
      return told === undefined ? [] : [daysBetween(told, today)];
    });
    expect(Math.max(...ages)).toBeGreaterThan(670);
    expect(Math.max(...ages)).toBeLessThan(780);
    expect(Math.min(...ages)).toBeLessThan(14);
  });

  test('is told in the order in which things were decided, open deals last', () => {
    const today = day('2026-11-20');
    const days = STORY.deals.map(({ decided = 'in 900 days' }) => storyDay(decided, today) ?? today);
    expect(days).toEqual(days.toSorted((one, other) => daysBetween(other, one)));
  });

  test('is plain: no exclamation marks', () => {
    expect(readFileSync(join(DATA, 'demo.yaml'), 'utf8')).not.toContain('!');
  });
});

describe('a story with a mistake is refused with its place', () => {
  test.each([
    ['decided: 5q-10', 'decided: last spring', /demo\.yaml:\d+:\d+: .*write 12 days ago, in 3 days, or 3q-5/],
    ['showcase: Northwind Logistics', 'showcase: Fabricam', /demo\.yaml:\d+:\d+: there is no deal "Fabricam"/],
    ['used: [Nordlicht Optik,', 'used: [Nordlicht,', /there is no deal "Nordlicht" \(name one of the deals above\)/],
    ['name: Brandt Gearworks', 'name: Kestrel Freight', /there are two deals called "Kestrel Freight"/],
    ['rep: Robin Hale', 'rap: Robin Hale', /"rap" is not known here/],
  ])('%s becomes %s', (right, wrong, message) => {
    expect(() => readStory(folderWith(readFileSync(join(DATA, 'demo.yaml'), 'utf8').replace(right, wrong)))).toThrow(
      message,
    );
  });
});

function folderWith(text: string): string {
  const folder = join(temporaryFolder(), 'data');
  mkdirSync(folder);
  writeFileSync(join(folder, 'demo.yaml'), text);
  return folder;
}
