// What people typed, kept over a reload: a small key-value store in IndexedDB.
// A browser that refuses storage (private window) only loses the keeping, never the typing.

const NAME = 'guanxi'
const STORE = 'kept'
let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((done, failed) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(request.error ?? new Error('indexedDB'))
  })
  return opened
}

async function run<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  try {
    const database = await open()
    return await new Promise((done, failed) => {
      const request = act(database.transaction(STORE, mode).objectStore(STORE))
      request.onsuccess = () => done(request.result)
      request.onerror = () => failed(request.error ?? new Error('indexedDB'))
    })
  } catch {
    return undefined
  }
}

export const readKept = <T>(key: string): Promise<T | undefined> => run('readonly', store => store.get(key) as IDBRequest<T>)
export const writeKept = async (key: string, value: unknown): Promise<void> => { await run('readwrite', store => store.put(value, key)) }
export const dropKept = async (key: string): Promise<void> => { await run('readwrite', store => store.delete(key)) }

/** All entries whose key begins so. */
export async function listKept<T>(prefix: string): Promise<T[]> {
  return await run<T[]>('readonly', store => store.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`))) ?? []
}

/** Signing out on a shared computer leaves nothing behind. */
export const clearKept = async (): Promise<void> => { await run('readwrite', store => store.clear()) }
