import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'rolldown/parseAst';

/** Words that a `UserError` is made with in the source, as a pattern: what is filled in may be anything. */
export interface ErrorWords {
  readonly file: string;
  /** As they stand there, `…` for what is filled in. */
  readonly words: string;
  readonly pattern: RegExp;
}

/** All words of all errors that a user can meet, those of the functions that make one by their name included. */
export function errorWords(): readonly ErrorWords[] {
  return sourceFiles().flatMap((file) => {
    const program = parseAst(readFileSync(file, 'utf8'), { lang: 'ts' }) as unknown as Node;
    const makers = MAKERS.get(file);
    return callsIn(program, makers)
      .flatMap(({ arguments: args }) => (args as readonly Node[]).flatMap(wordsIn))
      .map((words) => ({ file, words: words.join('…'), pattern: patternOf(words) }));
  });
}

/** Functions that hand their words on to a `UserError`. */
const MAKERS: ReadonlyMap<string, RegExp> = new Map([
  ['src/store/faults.ts', /^(databaseError|outputError)$/],
  ['src/store/restore.ts', /^refused$/],
  ['src/store/database-file.ts', /^notAPath$/],
  ['src/store/import-records.ts', /^refused$/],
  ['src/files/write-output.ts', /^outputError$/],
]);

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

function sourceFiles(): readonly string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join('src', path).replaceAll('\\', '/'))
    .toSorted();
}

function callsIn(node: Node, makers: RegExp | undefined): readonly Node[] {
  const inside = childrenOf(node).flatMap((child) => callsIn(child, makers));
  return isError(node, makers) ? [node, ...inside] : inside;
}

function isError({ type, callee }: Node, makers: RegExp | undefined): boolean {
  const name = String((callee as Node | undefined)?.['name']);
  return (
    (type === 'NewExpression' && name === 'UserError') || (type === 'CallExpression' && makers?.test(name) === true)
  );
}

/** The texts an argument can come to, each in the pieces around what is filled in. Codes, such as names of formats, are no words. */
function wordsIn(node: Node): readonly (readonly string[])[] {
  switch (node.type) {
    case 'Literal':
      return typeof node['value'] === 'string' && node['value'].includes(' ') ? [[node['value']]] : [];
    case 'TemplateLiteral':
      return [
        (node['quasis'] as readonly { readonly value: { readonly cooked: string } }[]).map((q) => q.value.cooked),
      ];
    case 'ConditionalExpression':
      return [node['consequent'], node['alternate']].flatMap((each) => wordsIn(each as Node));
    case 'BinaryExpression':
    case 'LogicalExpression':
      return [node['left'], node['right']].flatMap((each) => wordsIn(each as Node));
    default:
      return [];
  }
}

function childrenOf(node: Node): readonly Node[] {
  return Object.values(node)
    .flat()
    .filter((value): value is Node => typeof value === 'object' && value !== null && 'type' in value);
}

function patternOf(pieces: readonly string[]): RegExp {
  return new RegExp(pieces.map((piece) => piece.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)).join('[^\\n]*'));
}
