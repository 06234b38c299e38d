// Outgoing mail over the SMTP server of the settings; without one nothing is sent and the caller shows the link instead.
import { createTransport } from 'nodemailer'
import { AppError } from '#core/lib/error.ts'

export interface Letter {
  to: string
  subject: string
  text: string
}

export interface Mail {
  /** False when no server is set: the caller must offer another way. */
  ready: boolean
  /** Throws 'unavailable' when the server refuses or does not answer within 20 s. */
  send(letter: Letter): Promise<void>
  close(): void
}

/** Line breaks in a header would let a name add recipients. */
const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ')

export function openMail(url: string | undefined, from: string | undefined): Mail {
  if (!url) return { ready: false, send: () => Promise.reject(new AppError('unavailable', { key: 'mail.notSet' })), close: () => {} }
  const transport = createTransport(url, { from: from ?? 'guanxi@localhost' })
  const limits = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 20_000 }
  Object.assign(transport.options, limits)
  return {
    ready: true,
    async send(letter) {
      try {
        await transport.sendMail({ to: { address: oneLine(letter.to), name: '' }, subject: oneLine(letter.subject), text: letter.text })
      } catch (cause) {
        throw new AppError('unavailable', { key: 'mail.failed', cause })
      }
    },
    close: () => transport.close(),
  }
}
