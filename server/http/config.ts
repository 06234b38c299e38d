// Settings of the process, read from the environment once and checked before anything starts.
import { resolve } from 'node:path'
import { z } from 'zod'

const flag = z.enum(['0', '1', 'true', 'false']).transform(value => value === '1' || value === 'true')

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Loopback unless set: a fresh installation is not on the network by accident. */
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data').transform(path => resolve(path)),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://').optional(),
  /** Address under which people reach the product; https here makes cookies Secure. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** smtp://user:password@host:port; without it links are shown to the administrator instead of mailed. */
  SMTP_URL: z.string().regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://').optional(),
  MAIL_FROM: z.string().min(3).optional(),
  /** Set when a proxy in front adds X-Forwarded-For. */
  TRUST_PROXY: flag.default(false),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  GUANXI_ADMIN_EMAIL: z.email().optional(),
  GUANXI_ADMIN_PASSWORD: z.string().min(10).optional(),
  GUANXI_ADMIN_API_KEY: z.string().min(20).optional(),
})

export type Config = z.infer<typeof schema> & {
  baseUrl: string
  /** Load the demo company into an empty installation. */
  demo: boolean
  /** Serve no pages: vite serves them while they are being worked on. */
  apiOnly: boolean
}

/** Throws one Error that names every setting that is wrong. Empty variables count as not set. */
export function readConfig(env: NodeJS.ProcessEnv, args: string[]): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const answer = schema.safeParse(given)
  if (!answer.success) {
    const faults = answer.error.issues.map(issue => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`Settings that cannot be used:\n${faults.join('\n')}`)
  }
  const config = answer.data
  const host = ['0.0.0.0', '::'].includes(config.HOST) ? 'localhost' : config.HOST
  return { ...config, baseUrl: config.PUBLIC_URL ?? `http://${host}:${config.PORT}`, demo: args.includes('--demo'), apiOnly: args.includes('--api') }
}
