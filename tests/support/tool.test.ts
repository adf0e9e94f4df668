import { expect, test } from 'vitest';
import { tool } from './tool.ts';

test('a tool that is installed is found where it stands', () => {
  expect(tool('sh')?.path).toMatch(/\/sh$/);
});

test('a tool that is not installed is undefined', () => {
  expect(tool('northwind-has-no-such-tool')).toBeUndefined();
});
