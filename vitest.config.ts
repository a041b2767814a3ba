import { defineConfig } from 'vitest/config';

/** Guests run in emulation on few cores: in CI what depends on their pace gets a second try, which the report names. */
const retry = process.env.CI ? 1 : 0;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{contract,model,main,preload,renderer,build}/**/*.test.{ts,tsx}'],
          environment: 'node',
          // Files run side by side, and some ask openssl or hash for long: on two busy cores a
          // test that takes a second takes more than the five that are the runner's own limit.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          retry,
          include: ['test/integration/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          pool: 'forks',
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'hosts',
          retry,
          include: ['test/hosts/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          pool: 'forks',
          fileParallelism: false,
        },
      },
    ],
  },
});
