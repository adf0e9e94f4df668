import { expect, test } from 'vitest';
import { uuidsInOrder } from '../../src/store/fingerprint.ts';

test('uuids in order sort as they were made, are all different, and are uuids of version 7', () => {
  const next = uuidsInOrder(Date.UTC(2026, 10, 20));
  // More than there is room for in two milliseconds.
  const made = Array.from({ length: 9000 }, () => next());
  expect(made.toSorted((one, other) => (one < other ? -1 : 1))).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
  expect(made.every((uuid) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(uuid))).toBe(
    true,
  );
  expect(Number.parseInt(made[0]?.slice(0, 13).replace('-', '') ?? '', 16)).toBe(Date.UTC(2026, 10, 20));
});
