// A value after the typing has paused, so that not every key asks the server.
import { useEffect, useState } from 'react'

export function usePaused<T>(value: T, ms = 160): T {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return paused
}
