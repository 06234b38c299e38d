// Few strange files are read at a time, so that ten uploads at once don't take the memory of ten.

const AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

function wait(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((go, stop) => {
    const onAbort = (): void => {
      waiting.splice(waiting.indexOf(start), 1)
      stop(signal?.reason)
    }
    const start = (): void => {
      signal?.removeEventListener('abort', onAbort)
      go()
    }
    waiting.push(start)
    signal?.addEventListener('abort', onAbort, { once: true })
  })
}

/** Runs `work` when it is its turn; who cancels leaves the queue. */
export async function inTurn<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  signal?.throwIfAborted()
  if (running >= AT_ONCE) await wait(signal)
  else running++
  try {
    signal?.throwIfAborted()
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
