import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build } from 'rolldown';

// What runs is a few files instead of some hundreds: on the way to the first question each module costs, and so does each that
// a package brings. A command's own code stays a file of its own.

/**
 * The ways that are gone most often, each a file with all that its modules import at once, so that none is looked for by
 * itself: every start, the list that is read daily, the words of every page, the questions, and the screen they are asked on.
 */
const WAYS = {
  start: ['program/program', 'files/version', 'real-app', 'store/open-store', 'core/text/narrow-text', 'core/reasons'],
  due: ['commands/due', 'formats/tsv'],
  words: [
    'core/own-words',
    'core/speech/speech-for',
    'core/speech/stage-names',
    'formats/text-page',
    'core/facts',
    'core/log-facts',
    'core/days/read-bound',
    'core/questions/own-list',
    'formats/text-width',
    'terminal/paint',
    'core/figures/figure-scope',
  ],
  asking: ['commands/new'],
  screen: ['terminal/terminal', 'terminal/keyed-question'],
  report: ['commands/report', 'store/tallies', 'formats/report-text'],
};

/**
 * The packages that are joined as well, each into the way that needs it. All others stay as they are installed, and so do
 * those of the screen that are CommonJS: what converts them would be one more file for every start.
 */
const PACKAGES = {
  start: ['commander', 'env-paths', 'is-safe-filename'],
  screen: [
    '@inquirer/ansi',
    '@inquirer/core',
    '@inquirer/figures',
    '@inquirer/type',
    'fast-string-truncated-width',
    'fast-string-width',
    'fast-wrap-ansi',
    'signal-exit',
  ],
};
const JOINED = new Set(Object.values(PACKAGES).flat());

/**
 * Cephes as Node has it, and only once something is asked of it: its other form, for browsers too, decodes its WebAssembly by
 * itself and takes three times as long, and a small report does without.
 */
const CEPHES = `import { createRequire } from 'node:module';
let loaded;
const cephes = () => (loaded ??= createRequire(import.meta.url)('cephes'));
export const compiled = undefined;
export const chdtrc = (degrees, value) => cephes().chdtrc(degrees, value);
export const lgam = (value) => cephes().lgam(value);
export const ndtri = (share) => cephes().ndtri(share);`;

await build({
  input: { main: 'dist/main.js' },
  platform: 'node',
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    {
      name: 'quicker-to-load',
      resolveId: (id) => (id === 'cephes' ? resolve('dist/cephes.js') : undefined),
      load: (id) => (id === resolve('dist/cephes.js') ? CEPHES : undefined),
      generateBundle(_options, files) {
        goStraightThrough(files);
        for (const chunk of Object.values(files)) chunk.code = inAscii(chunk.code);
      },
    },
  ],
  external: (id) => id !== 'cephes' && !JOINED.has(packageNamed(id)) && !isPath(id),
  output: {
    dir: 'dist/bundle',
    format: 'esm',
    chunkFileNames: '[name]-[hash].js',
    cleanDir: true,
    comments: { legal: true, annotation: false, jsdoc: false },
    codeSplitting: { includeDependenciesRecursively: false, groups: groupsOf(WAYS) },
    postBanner: ({ name }) => licencesIn(name),
  },
});

/** A module belongs to the first way that needs it. */
function groupsOf(ways) {
  const taken = new Set(closureOf(['main']));
  return Object.entries(ways).map(([name, roots]) => {
    const modules = new Set(closureOf(roots).filter((module) => !taken.has(module)));
    if (modules.has('core/statistics/distributions')) modules.add('cephes');
    for (const module of modules) taken.add(module);
    const packages = new Set(PACKAGES[name]);
    return {
      name,
      test: (id) => modules.has(moduleOf(id)) || packages.has(packageAt(id)),
    };
  });
}

function isPath(id) {
  return id.startsWith('.') || id.startsWith('/') || /^[A-Za-z]:/.test(id);
}

/** The package of an import such as `@inquirer/core` or `signal-exit/signals`. */
function packageNamed(id) {
  return /^(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? id;
}

/** The package that a file belongs to; undefined for our own. */
function packageAt(path) {
  const [, within] = /.*[\\/]node_modules[\\/](.+)/.exec(path) ?? [];
  return within === undefined ? undefined : packageNamed(within.replaceAll('\\', '/'));
}

/** What the licences of the packages in a file ask to be kept with them. */
function licencesIn(name) {
  const texts = (PACKAGES[name] ?? []).map((each) => `This file holds ${each}:\n\n${licenceOf(each)}`);
  return texts.length === 0 ? '' : `/*\n${texts.join('\n\n')}\n*/`;
}

function licenceOf(name) {
  const folder = join('node_modules', name);
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`${name} has no licence file.`);
  return readFileSync(join(folder, file), 'utf8').trim().replaceAll('*/', '* /');
}

/** One character beyond ASCII makes Node hold and scan the whole file at two bytes a character, which costs twice as much. */
function inAscii(code) {
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * A module that is loaded when it is needed and shares a file with others gets one more file, which only passes its names
 * on. Such a file costs as much as any other, so it is left out, and whoever loads it takes the names where they are.
 */
function goStraightThrough(files) {
  const ways = new Map();
  for (const [file, { code = '' }] of Object.entries(files)) {
    const [, names, behind] = /^export \{ ([^}]+) \} from "(\.[^"]+)";$/.exec(code.trim()) ?? [];
    if (behind === undefined) continue;
    const taken = names.split(', ').map((name) => name.split(' as '));
    const given = taken.map(([inside, outside = inside]) => `${outside}: names.${inside}`).join(', ');
    ways.set(`./${file}`, `import("${behind}").then((names) => ({ ${given} }))`);
    delete files[file];
  }
  for (const chunk of Object.values(files)) {
    if (chunk.type === 'chunk')
      chunk.code = chunk.code.replaceAll(/import\("(\.[^"]+)"\)/g, (call, file) => ways.get(file) ?? call);
  }
}

/** The modules, without ending, that these import at once, and those that they import, themselves among them. */
function closureOf(roots) {
  const found = new Set();
  const waiting = [...roots];
  for (let module = waiting.pop(); module !== undefined; module = waiting.pop()) {
    if (found.has(module)) continue;
    found.add(module);
    const text = readFileSync(join('dist', `${module}.js`), 'utf8');
    for (const [, path] of text.matchAll(/^(?:import|export)\b[^;]*?from '(\.[^']+)\.js';/gm)) {
      waiting.push(join(dirname(module), path).replaceAll('\\', '/'));
    }
  }
  return [...found];
}

function moduleOf(id) {
  return relative(resolve('dist'), id).replaceAll('\\', '/').replace(/\.js$/, '');
}
