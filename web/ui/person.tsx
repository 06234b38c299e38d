// A person as a small round mark: the last two characters of a Chinese name, initials otherwise.
import type { ReactNode } from 'react'

const HUES = [165, 200, 25, 280, 45, 340, 110, 230]

const shortName = (name: string): string =>
  /[\u4e00-\u9fff]/.test(name) ? name.trim().slice(-2) : name.trim().split(/\s+/).map(word => word[0] ?? '').join('').slice(0, 2).toUpperCase()

export function Person({ name, size = 24 }: { name: string; size?: number }): ReactNode {
  const hue = HUES[[...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % HUES.length] ?? 165
  const style = { width: size, height: size, fontSize: size * 0.42, '--hue': hue } as React.CSSProperties
  return <span className="gu-person" style={style} aria-hidden>{shortName(name)}</span>
}
