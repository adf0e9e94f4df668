import { join } from 'node:path';
import type { App } from '../app.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import { isNameEverywhere } from '../core/text/file-name.ts';
import { refuseBroken } from '../core/framework-choice.ts';
import { listedFrameworks, type ListedFramework, listedJson, sayWhenAsked } from '../core/listed-framework.ts';
import { line } from '../core/page.ts';
import type { Table } from '../core/table.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import {
  begunPage,
  brokenLine,
  type CheckedFile,
  checkedPage,
  frameworkPage,
  frameworksPage,
} from '../pages/framework-page.ts';

/** Lists what can be asked: ours and the person's own, and which of them are in use. */
export async function listFrameworks(app: App): Promise<void> {
  const catalog = await app.catalog();
  const found = listedFrameworks(catalog, await app.settings());
  const broken = catalog.own.filter(({ problem }) => problem !== undefined);
  await app.print({
    json: () => ({
      schemaVersion: SCHEMA_VERSION,
      frameworks: found.map(listedJson),
      unusable: broken.map(({ id, path, problem }) => ({ id, path, problems: problem?.message.split('\n') ?? [] })),
    }),
    page: () => frameworksPage(found),
    table: () => tableOf(found),
  });
  await app.tell(brokenLine(broken.map(({ id }) => id)));
}

/** Shows what one framework asks and why, and what it advises. */
export async function showFramework(app: App, id: string): Promise<void> {
  const catalog = await app.catalog();
  const found = listedFrameworks(catalog, await app.settings());
  const one = found.find(({ framework }) => framework.id === id.toLowerCase());
  if (!one) {
    refuseBroken(catalog, id.toLowerCase());
    throw new UserError(
      `There is no framework ${id}.`,
      `Use one of: ${found.map(({ framework }) => framework.id).join(', ')}`,
      EXIT.noSuchId,
    );
  }
  await app.print({
    json: () => ({ schemaVersion: SCHEMA_VERSION, framework: { ...one.framework, ...listedJson(one) } }),
    page: () => frameworkPage(one),
    isPaged: true,
  });
}

/** Checks the person's own frameworks, or the files that are named. Ends with 2 if anything is wrong. */
export async function checkFrameworks(app: App, named: readonly string[]): Promise<number> {
  const own = await app.ownFrameworks();
  const paths = named.length > 0 ? named : (await app.catalog()).own.map(({ path }) => path);
  const files: CheckedFile[] = [];
  for (const path of paths) files.push({ path, ...(await problemsIn(path, own.read)) });
  await app.print({
    json: () => ({ schemaVersion: SCHEMA_VERSION, folder: own.folder, files }),
    page: () => checkedPage(files),
  });
  if (files.length === 0) {
    await app.tell([
      line(`There are no frameworks of your own in ${own.folder}`),
      line('Begin one: lossdebrief frameworks new my-steps'),
    ]);
  }
  return files.some(({ problems }) => problems.length > 0) ? EXIT.usage : EXIT.done;
}

async function problemsIn(
  path: string,
  read: (path: string) => Promise<unknown>,
): Promise<Pick<CheckedFile, 'problems' | 'hint'>> {
  try {
    await read(path);
    return { problems: [], hint: null };
  } catch (error) {
    if (error instanceof UserError) return { problems: error.message.split('\n'), hint: error.hint ?? null };
    throw error;
  }
}

/** Writes a commented start of a framework into the person's own folder. */
export async function newFramework(app: App, id: string): Promise<void> {
  if (!/^[a-z][a-z0-9-]*$/.test(id)) {
    throw new UserError(
      `${id} cannot be the id of a framework.`,
      'Use lower-case letters, digits and dashes: lossdebrief frameworks new my-steps',
    );
  }
  if (!isNameEverywhere(`${id}.yaml`)) {
    throw new UserError(
      `${id} cannot be the id of a framework: Windows has a device of that name, and no file.`,
      `Give yours another name: lossdebrief frameworks new my-${id}`,
    );
  }
  const { frameworks, stepFrameworks, own: files } = await app.catalog();
  const isOwn = files.some((file) => file.id === id);
  if (!isOwn && [...frameworks, ...stepFrameworks].some((one) => one.id === id)) {
    throw new UserError(`${id} is one of ours.`, `Give yours another name: lossdebrief frameworks new my-${id}`);
  }
  const own = await app.ownFrameworks();
  await own.make();
  const document = { format: 'framework-start', id, schema: own.schema } as const;
  const path = await app.write(document, join(own.folder, `${id}.yaml`));
  await app.print({ json: () => ({ schemaVersion: SCHEMA_VERSION, id, path }), page: () => begunPage(path, id) });
}

function tableOf(found: readonly ListedFramework[]): Table {
  return {
    id: 'frameworks',
    title: 'Frameworks',
    columns: [
      { key: 'id', title: 'Id', kind: 'text' },
      { key: 'title', title: 'Title', kind: 'text' },
      { key: 'inUse', title: 'In use', kind: 'text' },
      { key: 'whose', title: 'Whose', kind: 'text' },
      { key: 'asked', title: 'Asked', kind: 'text' },
      { key: 'for', title: 'For', kind: 'text' },
    ],
    rows: found.map(({ framework, whose, isInUse }) => [
      framework.id,
      framework.title,
      isInUse ? 'yes' : 'no',
      whose,
      sayWhenAsked(framework),
      framework.for ?? null,
    ]),
    notes: [],
  };
}
