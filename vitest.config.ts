import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'emulators/**/*.test.ts', 'db/**/*.test.ts', 'bin/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'build/**', 'tests/journeys/**'],
    globalSetup: ['tests/support/global-database.ts'],
    setupFiles: ['tests/support/quiet-log.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // One more than the cores of a small machine: tests wait for programs that they started or killed.
    maxWorkers: 3,
    // Loading the application takes a second: a worker does it once, not for each file. Every file has a database of its own.
    isolate: false,
  },
})
