import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { UserError } from '../core/user-error.ts';

/** A place in a YAML file and what is wrong there. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly problem: string;
  readonly fix?: string;
}

/** A YAML file that fits its schema, and a way to complain about a place in it. */
export interface YamlFile<Value> {
  readonly value: Value;
  /** One error for all faults, each with file, line and column. */
  readonly refused: (faults: readonly Fault[]) => UserError;
}

/** Reads YAML text and checks it against a schema. Throws one `UserError` that lists everything wrong, with file, place and fix. */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
): YamlFile<z.infer<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: false, logLevel: 'error' });
  const place = (path: readonly PropertyKey[]): string => placeOf(document, lines, path);
  const refused = (faults: readonly Fault[]): UserError => refusal(file, faults, place);
  const [broken] = document.errors;
  if (broken)
    throw refusal(
      file,
      [{ path: [], problem: broken.message.split('\n')[0] ?? 'not YAML' }],
      () => `${broken.linePos?.[0].line ?? 1}`,
    );
  const checked = schema.safeParse(plainValue(document, refused));
  if (checked.success) return { value: checked.data, refused };
  throw refused(checked.error.issues.map(faultOf));
}

function plainValue(document: Document, refused: YamlFile<unknown>['refused']): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    // Of a document without errors, nothing else can fail.
    throw refused([{ path: [], problem: 'an alias (*name) stands for nothing, or for far too much' }]);
  }
}

function faultOf(issue: z.core.$ZodIssue): Fault {
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return {
      path: [...issue.path, key],
      problem: `"${issue.keys.join('", "')}" is not known here`,
      fix: 'check the spelling, or take it out',
    };
  }
  return { path: issue.path, problem: `${issue.path.map(String).join('.') || 'the file'}: ${issue.message}` };
}

function refusal(file: string, faults: readonly Fault[], place: (path: readonly PropertyKey[]) => string): UserError {
  const said = faults.map(
    ({ path, problem, fix }) => `${file}:${place(path)}: ${problem}${fix === undefined ? '' : ` (${fix})`}`,
  );
  return new UserError(said.join('\n'), `Mend ${file}, then try again.`);
}

/** `line:column` of the nearest node that exists on the way to a path. */
function placeOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): string {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) {
      const { line, col } = lines.linePos(node.range[0]);
      return `${line}:${col}`;
    }
  }
  return '1:1';
}
