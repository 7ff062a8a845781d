import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/cli/bundle.ts', 'test/site/shared-build.ts'],
    exclude: ['test/fixtures/**', 'node_modules/**'],
    // Suites that start the real command line or a browser need more than Vitest's 5 s on a busy machine.
    testTimeout: 60_000,
  },
});
