// Tests run on a real PostgreSQL started once for the run; a database per test file is cloned from a template.
import { defineConfig } from 'vitest/config'

const BROWSER = ['e2e/**/*.test.ts', 'web/**/*.browser.test.ts']
const limits = { testTimeout: 60_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    // Stands here, not with the projects: both share the one server.
    globalSetup: './server/database/test-global.ts',
    maxWorkers: 2,
    projects: [
      { test: { ...limits, name: 'code', include: ['{core,server,web,features,app,scripts}/**/*.test.ts'], exclude: BROWSER } },
      // A browser on a machine that is busy with other things may come too late once; here it is told, in CI it is tried again.
      { test: { ...limits, name: 'browser', include: BROWSER, expect: { poll: { timeout: 15_000 } }, retry: process.env['CI'] ? 2 : 0 } },
    ],
  },
})
