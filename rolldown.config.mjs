// What runs is a few files instead of a hundred and more: on the way to the first question each module costs. Packages stay
// as they are installed, and a command's own code stays a file of its own, loaded when it runs.
export default {
  input: { main: 'dist/main.js' },
  platform: 'node',
  external: (id) => !id.startsWith('.') && !id.startsWith('/') && !/^[A-Za-z]:/.test(id),
  output: { dir: 'dist/bundle', format: 'esm', chunkFileNames: '[name]-[hash].js', cleanDir: true },
};
