import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The package as it would be published, in a folder; the path of the archive. What is built is packed as it stands. */
export function packedInto(folder: string): string {
  npm(['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: ROOT });
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  return join(folder, archive ?? 'no archive was packed');
}

/** What stands in an archive, in order. */
export function packedFiles(archive: string): readonly string[] {
  const listed = execFileSync('tar', ['-tzf', archive], { encoding: 'utf8' });
  return listed
    .trim()
    .split('\n')
    .map((path) => path.replace('package/', ''))
    .toSorted();
}

/** A Node of this version, such as `22` or `20.19`, from the npm registry; the path of its program. */
export function nodeOf(version: string, folder: string): string {
  const place = emptyPackage(join(folder, `node-${version}`));
  npm(['install', `node-${process.platform}-${process.arch}@${version}`], { cwd: place });
  return join(place, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
}

/** A Node and what starts an installed lossdebrief with it. */
export interface Installed {
  readonly node: string;
  readonly program: string;
  readonly modules: string;
}

/** Installs the package as a person with this Node would, and others with it, but without any install script or compiler. */
export function installedWith(
  node: string,
  archive: string,
  folder: string,
  others: readonly string[] = [],
): Installed {
  const place = emptyPackage(folder);
  npm(['install', '--ignore-scripts', archive, ...others], { cwd: place, node });
  const modules = join(place, 'node_modules');
  return { node, modules, program: join(modules, 'lossdebrief', 'bin', 'lossdebrief.js') };
}

export function versionOf(name: string, { modules }: Pick<Installed, 'modules'>): string {
  const { version } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as { version: string };
  return version;
}

const DRIVER = 'better-sqlite3';

/** The driver as `npm ci` has installed it here: its version, and the binding that its install script has made of it. */
export function driverHere(): { readonly asked: string; readonly binding: string } {
  const modules = join(ROOT, 'node_modules');
  const version = versionOf(DRIVER, { modules });
  return { asked: `${DRIVER}@${version}`, binding: join(modules, BINDING) };
}

/** Does what the install script of the driver would do, with a binding that it has made for the same version and kind of Node. */
export function putBinding(binding: string, { modules }: Installed): void {
  mkdirSync(dirname(join(modules, BINDING)), { recursive: true });
  copyFileSync(binding, join(modules, BINDING));
}

const BINDING = join(DRIVER, 'build', 'Release', 'better_sqlite3.node');

function emptyPackage(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  return folder;
}

function npm(args: readonly string[], { cwd, node = process.execPath }: { cwd: string; node?: string }): string {
  const env = {
    ...process.env,
    // The Node that an install script or an engine check would find.
    PATH: `${dirname(node)}:${process.env['PATH'] ?? ''}`,
    CC: '/bin/false',
    CXX: '/bin/false',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  };
  return execFileSync(node, [npmProgram(), ...args], { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The npm that runs these tests, or the one on the path. */
function npmProgram(): string {
  const running = process.env['npm_execpath'];
  if (running?.endsWith('npm-cli.js')) return running;
  return execFileSync('sh', ['-c', 'readlink -f "$(command -v npm)"'], { encoding: 'utf8' }).trim();
}
