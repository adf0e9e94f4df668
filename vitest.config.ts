import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // A pseudo-terminal on a busy machine needs patience; nothing here asserts a time.
    testTimeout: 30_000,
  },
});
