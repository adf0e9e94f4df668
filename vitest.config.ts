import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  test: {
    include: ['tests/**/*.test.ts'],
    // A pseudo-terminal on a busy machine needs patience; nothing here asserts a time.
    testTimeout: mode === 'long' ? 600_000 : 180_000,
    hookTimeout: 180_000,
    // `npm run test:long` goes more rounds through what is left to chance.
    env: { ROUNDS: mode === 'long' ? '25' : '1' },
  },
}));
