import Database from 'better-sqlite3';
import { expect, test } from 'vitest';

import { checkDriver, type Driver, loadDriver, repairCommand } from '../../src/store/driver.ts';

test('the installed driver is loaded', async () => {
  expect(await loadDriver()).toBe(Database);
});

test('a driver that is missing is explained with the command that mends it', async () => {
  const missing = Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' });
  await expect(loadDriver(() => Promise.reject(missing))).rejects.toMatchObject({
    name: 'UserError',
    exitCode: 6,
    message: expect.stringContaining('better-sqlite3, could not be loaded (ERR_MODULE_NOT_FOUND)') as unknown,
    hint: expect.stringContaining('npm rebuild') as unknown,
  });
});

test('a driver without its binding is found out before a file is opened with it', async () => {
  const installed = Promise.resolve({ default: withoutBinding as unknown as Driver });
  await expect(loadDriver(() => installed)).rejects.toMatchObject({ exitCode: 6 });
});

/** What the import gives when the install scripts were not run: it fails at the first database. */
function withoutBinding(): never {
  throw new Error('Could not locate the bindings file.');
}

test('a global install is mended globally, and the scripts of the driver alone are allowed', () => {
  expect(repairCommand('/usr/lib/node_modules/lossdebrief/dist/store/driver.js')).toBe(
    'npm rebuild -g better-sqlite3 --allow-scripts=better-sqlite3 --ignore-scripts=false',
  );
  expect(repairCommand('/home/dana/lossdebrief/dist/store/driver.js')).toBe(
    'npm rebuild better-sqlite3 --ignore-scripts=false',
  );
});

test.each([
  ['13.2.0', '20.20.2'],
  ['14.0.0', '21.7.3'],
])('better-sqlite3 %s is not let near Node %s', (driver, node) => {
  expect(() => checkDriver(driver, node)).toThrow(expect.objectContaining({ name: 'UserError', exitCode: 6 }));
});

test.each([
  ['12.11.1', '20.20.2'],
  ['13.2.0', '22.0.0'],
  [undefined, '20.20.2'],
])('better-sqlite3 %s may run on Node %s', (driver, node) => {
  expect(() => checkDriver(driver, node)).not.toThrow();
});
