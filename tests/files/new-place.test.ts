import { existsSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { newPlace } from '../../src/files/new-place.ts';

const own = async (): Promise<string> => '/home/dana/lossdebrief.db';

test('without a path, each new file has a temporary folder of its own', async () => {
  const places = [await newPlace(undefined, own), await newPlace(undefined, own)];
  onTestFinished(() => places.forEach((place) => rmSync(dirname(place), { recursive: true })));
  expect(new Set(places).size).toBe(2);
  expect(places.map((place) => [existsSync(dirname(place)), existsSync(place)])).toEqual([
    [true, false],
    [true, false],
  ]);
});

test('a path is taken as it is meant from here', async () => {
  expect(await newPlace('demo.db', own)).toBe(resolve('demo.db'));
});

test('the place of the own file is refused, though nothing stands there yet', async () => {
  await expect(newPlace('/home/dana/../dana/lossdebrief.db', own)).rejects.toThrow('the place of your own file');
});
