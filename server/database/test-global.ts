// vitest's global set-up: one throw-away server for the whole run, without fsync, in a folder of its own.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from './embedded.ts'
import type { SocketAddress } from './embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testServer: { address: SocketAddress; admin: SocketAddress }
  }
}

/** Nothing here outlives the run, so nothing is flushed; the WAL is kept to what a clone needs. */
const FAST = {
  fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0',
  shared_buffers: '256MB', max_wal_size: '4GB', max_connections: '300', autovacuum: 'off',
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync('/tmp/guanxi-test-')
  chmodSync(folder, 0o755) // so that the database's own user gets in when root runs the tests
  const server = await startEmbedded({ dataDir: folder, settings: FAST })
  project.provide('testServer', { address: server.address, admin: server.admin })
  return async () => {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
