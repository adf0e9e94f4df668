import { expect, test } from 'vitest';
import { setting } from '../support/debriefs.ts';
import { lookAt } from '../support/looked-at.ts';
import { testApp } from '../support/test-app.ts';

test('quick passes alone are no more, nor is the experiment that one of them names', async () => {
  const app = await testApp();
  expect(app.store.hasMoreThanQuickPasses()).toBe(false);
  await lookAt(app, { quick: { trigger: 'the merger', amount: '9000', currency: 'EUR' } });
  await app.does(['new', 'Juniper Market', '--won', ...setting({ experiment: 'Send the agenda first.' })]);
  expect((await app.does(['focus', '--json'])).json().experiment.text).toBe('Send the agenda first.');
  expect(app.store.hasMoreThanQuickPasses()).toBe(false);
});

test.each([
  ['a deep look', ['review', 'D1', '--set', 'hours=to-20']],
  ['a line in the log', ['log', 'D1', 'call']],
  ['an area in work', ['focus', 'why-now']],
  ['an experiment of its own', ['focus', '--experiment', 'Call back within the hour.']],
])('%s is more', async (_, args) => {
  const app = await testApp();
  await lookAt(app, {});
  await app.does(args);
  expect(app.store.hasMoreThanQuickPasses()).toBe(true);
});

test('what was said of a deal that is deleted is no more', async () => {
  const app = await testApp();
  await lookAt(app, { deep: { hours: 'to-20' } });
  await app.does(['log', 'D1', 'call']);
  await app.does(['delete', 'D1', '--yes']);
  expect(app.store.hasMoreThanQuickPasses()).toBe(false);
});
