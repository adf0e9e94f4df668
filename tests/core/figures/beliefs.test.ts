import { expect, test } from 'vitest';
import { figureRows, lookAt } from '../../support/looked-at.ts';
import { testApp } from '../../support/test-app.ts';

function belief(cost: string): Readonly<Record<string, string>> {
  return { unchecked: 'that the CFO was with us', 'unchecked-cost': cost };
}

test('it counts how often an unchecked belief cost the deal, and how what mattered most was known', async () => {
  const app = await testApp();
  await lookAt(
    app,
    { quick: { amount: '9000', currency: 'EUR' }, deep: belief('yes') },
    { deep: belief('yes') },
    { deep: { ...belief('partly'), 'their-priority': 'speed', 'priority-from': 'assumed' } },
    { deep: belief('no') },
    { deep: belief('no') },
    { deep: { 'their-priority': 'calm', 'priority-from': 'later' } },
  );
  const rows = await figureRows(app, 'beliefs');
  expect(Object.keys(rows ?? {})).toEqual([
    'unchecked-cost:yes',
    'unchecked-cost:partly',
    'unchecked-cost:no',
    'priority-from:assumed',
    'priority-from:later',
  ]);
  expect(rows).toMatchObject({
    'unchecked-cost:yes': {
      losses: 2,
      total: 5,
      share: 0.4,
      value: [{ currency: 'EUR', amount: 9000, deals: 1 }],
      evidence: 'counts',
    },
    'unchecked-cost:partly': { losses: 1, total: 5 },
    'priority-from:assumed': { losses: 1, total: 2, share: null, evidence: 'too-few' },
  });
});

test('it is not shown where nothing was believed without a look', async () => {
  const app = await testApp();
  await lookAt(app, { deep: { hours: 'to-20' } });
  expect(await figureRows(app, 'beliefs')).toBeUndefined();
});
