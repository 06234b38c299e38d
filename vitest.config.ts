// Tests run on a real PostgreSQL started once for the run; a database per test file is cloned from a template.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{core,server,web,features,app,scripts,e2e}/**/*.test.ts'],
    globalSetup: './server/database/test-global.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // A browser on a machine that is busy with other things may come too late once; here it is told, in CI it is tried again.
    retry: process.env['CI'] ? 2 : 0,
  },
})
