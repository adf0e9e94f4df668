import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { ConfigEntry } from '../core/settings/set-values.ts';
import type { SettingName, SettingValue } from '../core/settings/known-settings.ts';
import { UserError } from '../core/user-error.ts';

/** The entries of a config file, each with its line. Throws `UserError` for text that is not YAML, or no map of settings. */
export function configEntries(text: string, path: string): readonly ConfigEntry[] {
  const { document, lines } = parsed(text, path);
  const { contents } = document;
  if (!isMap(contents)) return [];
  const values = plainValues(document, path);
  return contents.items.map(({ key }) => {
    const name = String(isScalar(key) ? key.value : key);
    return { name, value: values[name], line: lineOf(key, lines) };
  });
}

function plainValues(document: Document, path: string): Readonly<Record<string, unknown>> {
  try {
    return document.toJS({ maxAliasCount: 100 }) as Readonly<Record<string, unknown>>;
  } catch {
    // Of a document without errors, nothing else can fail.
    throw refused(path, 1, 'an alias (*name) stands for nothing, or for far too much');
  }
}

/** The text of a config file with one setting changed, or taken out for undefined. Order and comments stay. */
export function withSetting(text: string, path: string, name: SettingName, value: SettingValue | undefined): string {
  const { document } = parsed(text, path);
  if (value === undefined) document.delete(name);
  else put(document, name, value);
  if (isMap(document.contents) && document.contents.items.length > 0) return document.toString({ lineWidth: 0 });
  // Nothing is left but what was noted.
  document.contents = null;
  return document.toString().replace(/^null\n+/m, '');
}

/** Values that stay keep their place in the file and what is noted beside them. */
function put(document: Document, name: SettingName, value: SettingValue): void {
  const there = document.get(name, true);
  if (isScalar(there) && typeof value !== 'object') there.value = value;
  else if (isSeq(there) && typeof value === 'object') {
    const before = there.items;
    there.items = value.map(
      (one) => before.find((item) => isScalar(item) && item.value === one) ?? document.createNode(one),
    );
  } else document.set(name, document.createNode(value));
}

function parsed(text: string, path: string): { readonly document: Document; readonly lines: LineCounter } {
  const lines = new LineCounter();
  const document: Document = parseDocument(text, { lineCounter: lines, logLevel: 'error' });
  const [broken] = document.errors;
  if (broken) {
    const [what = 'it is not YAML'] = broken.message.replace(/ at line \d+.*$/s, '').split('\n');
    throw refused(path, broken.linePos?.[0].line ?? 1, what);
  }
  if (document.contents !== null && !isMap(document.contents)) {
    throw refused(path, lineOf(document.contents, lines), 'it holds no settings, such as "call-time: 09:00"');
  }
  return { document, lines };
}

function refused(path: string, line: number, what: string): UserError {
  return new UserError(
    `${path}:${line}: it cannot be read: ${what}.`,
    'Mend that line, or move the file away; without it everything is as it comes.',
  );
}

function lineOf(node: unknown, lines: LineCounter): number {
  const { range } = node as Node;
  return range ? lines.linePos(range[0]).line : 1;
}
