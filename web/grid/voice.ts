// What the grid tells its reader: a live region for screen readers, a short notice, and the reason under a refused cell.
import type { Box } from './slick.ts'

const NOTICE_TIME = 6000

export class Voice {
  private readonly live = part('gx-live', { role: 'status', ariaLive: 'polite' })
  private readonly toast = part('gx-notice', { ariaHidden: 'true' })
  private readonly bubble = part('gx-bubble', { role: 'tooltip' })
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: HTMLElement) { host.append(this.live, this.toast, this.bubble) }

  say(text: string): void { this.live.textContent = text }

  notice(text: string): void {
    clearTimeout(this.timer)
    this.say(text)
    this.toast.textContent = text
    this.toast.hidden = false
    this.timer = setTimeout(() => { this.toast.hidden = true }, NOTICE_TIME)
  }

  /** Under the active cell; an empty reason hides it. */
  reason(text: string, box: Box | null): void {
    this.bubble.hidden = text === '' || box === null
    if (text === '' || !box) return
    this.bubble.textContent = text
    this.bubble.style.transform = `translate(${Math.max(0, box.left)}px, ${box.top + box.height + 4}px)`
  }

  destroy(): void { clearTimeout(this.timer) }
}

function part(className: string, props: Partial<HTMLElement>): HTMLElement {
  const node = document.createElement('div')
  node.className = className
  node.hidden = className !== 'gx-live'
  return Object.assign(node, props)
}
