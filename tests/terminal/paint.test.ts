import { expect, test } from 'vitest';
import { createPaint } from '../../src/terminal/paint.ts';

test('leaves text as it is where there is no colour', async () => {
  const paint = await createPaint(0);
  expect(paint('2 days late', 'late')).toBe('2 days late');
});

test('gives each meaning a look, and text without one none', async () => {
  const paint = await createPaint(1);
  expect(paint('2 days late', 'late')).toBe('\u001b[31m2 days late\u001b[39m');
  expect(paint('Contoso', undefined)).toBe('Contoso');
});
