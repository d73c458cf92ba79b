import { defineConfig } from 'vitest/config'

/**
 * Real browsers are heavy: two at a time, and time enough for a slow machine. Every file runs once in
 * each browser.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', ['json', { outputFile: 'test-results/e2e.json' }]],
    projects: ['chromium', 'firefox'].map((name) => ({
      extends: true,
      test: { name, include: ['tests/e2e/**/*.test.ts'], env: { BROWSER_FAMILY: name } },
    })),
  },
})
