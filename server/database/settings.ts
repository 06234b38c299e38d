// The server settings of the embedded database, sized to the machine it runs on.
import { totalmem } from 'node:os'

export type Settings = Record<string, string>

const MIB = 1024 * 1024

/** Memory this process may use: a container's limit when there is one. */
export function machineMemory(): number {
  const limit = process.constrainedMemory()
  return limit > 0 && limit < totalmem() ? limit : totalmem()
}

export function serverSettings(memory: number): Settings {
  const mib = Math.floor(memory / MIB)
  return {
    ...durable, ...quiet,
    shared_buffers: `${clamp(mib / 8, 32, 1024)}MB`,
    effective_cache_size: `${clamp(mib / 2, 128, 65_536)}MB`,
    maintenance_work_mem: `${clamp(mib / 32, 32, 512)}MB`,
    work_mem: `${clamp(mib / 1024, 4, 32)}MB`,
    max_wal_size: mib < 2048 ? '512MB' : '2GB',
    max_connections: '100',
    random_page_cost: '1.1', // solid state disks
    jit: 'off', // compiling costs more than it saves on pages of 100 rows
    timezone: 'UTC',
  }
}

/** Said although they are the defaults: a configuration file someone edited must not lose data in silence. */
const durable: Settings = {
  fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on',
  ...(process.platform === 'darwin' ? { wal_sync_method: 'fsync_writethrough' } : {}), // others stop in the disk's cache
}

/** Failed statements carry people's data: the product logs its own errors, the server's log stays free of them. */
const quiet: Settings = {
  log_checkpoints: 'off', log_min_error_statement: 'panic', log_error_verbosity: 'terse', log_timezone: 'UTC',
  cluster_name: 'guanxi',
}

export function settingsFile(settings: Settings): string {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`)
  return `# Written at every start by Guanxi; put your own settings at the end of postgresql.conf.\n${lines.join('\n')}\n`
}

function clamp(value: number, low: number, high: number): number {
  return Math.round(Math.min(Math.max(value, low), high))
}
