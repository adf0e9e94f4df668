import { readFileSync } from 'node:fs';

// What runs is a few files instead of a hundred and more: on the way to the first question each module costs. Packages stay
// as they are installed, but for commander, which every start needs; a command's own code stays a file of its own.
const licence = readFileSync('node_modules/commander/LICENSE', 'utf8').trim();

export default {
  input: { main: 'dist/main.js' },
  platform: 'node',
  external: (id) => id !== 'commander' && !id.startsWith('.') && !id.startsWith('/') && !/^[A-Za-z]:/.test(id),
  output: {
    dir: 'dist/bundle',
    format: 'esm',
    chunkFileNames: '[name]-[hash].js',
    cleanDir: true,
    postBanner: ({ name }) => (name === 'main' ? `/*\nThis file holds commander:\n\n${licence}\n*/` : ''),
  },
};
