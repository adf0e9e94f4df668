import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { frameworkJsonSchema } from '../../src/catalog/framework-json-schema.ts';
import { frameworkStart } from '../../src/formats/framework-start.ts';
import { isTranslation } from '../../src/catalog/translations.ts';
import { DATA } from '../support/shipped.ts';

const SCHEMA = frameworkJsonSchema();

/** Whether an editor would take a file as it is. */
function isTaken(file: { readonly pass?: unknown }): boolean {
  const branch = file.pass === 'steps' ? SCHEMA['then'] : SCHEMA['else'];
  const schema = { ...(branch as object), $schema: SCHEMA['$schema'], definitions: SCHEMA['definitions'] };
  return z.fromJSONSchema(schema as z.core.JSONSchema.JSONSchema).safeParse(file).success;
}

describe('what an editor is told of framework files', () => {
  test.each(readdirSync(join(DATA, 'frameworks')).filter((file) => !isTranslation(file)))(
    'holds for ours: %s',
    (file) => {
      expect(isTaken(parse(readFileSync(join(DATA, 'frameworks', file), 'utf8')) as object)).toBe(true);
    },
  );

  test('holds for a start of one', () => {
    expect(isTaken(parse(frameworkStart('my-steps', 'x')) as object)).toBe(true);
  });

  test.each([
    ['a list of steps with a key that nobody knows', { ...parse(frameworkStart('my-steps', 'x')), stpes: [] }],
    ['a list without steps', { ...parse(frameworkStart('my-steps', 'x')), steps: [] }],
    ['a questionnaire without questions', { id: 'mine', version: 1, title: 'Mine', after: 'loss', rules: [] }],
  ])('refuses %s', (_what, file) => {
    expect(isTaken(file as object)).toBe(false);
  });

  test('lets out what has a default', () => {
    const { version: _version, ask: _ask, ...rest } = parse(frameworkStart('my-steps', 'x')) as Record<string, unknown>;
    expect(isTaken(rest)).toBe(true);
  });
});
