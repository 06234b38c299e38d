// Sign-in by better-auth: passwords, sessions and the second factor live in its tables (auth_*).
// Everything else about a person is the record of the object `user` with the same id.
import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins'
import pg from 'pg'

/** Argon2id at OWASP's first choice: 19 MiB, 2 passes; about 16 ms. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Seconds a session lives without use, and between renewals of its end. */
const SESSION_SECONDS = 14 * 24 * 3600
const RENEW_SECONDS = 24 * 3600

export interface AuthSettings {
  /** Connection string: better-auth wants Date values, so it has a small pool of its own. */
  url: string
  secret: string
  /** Public address; https makes cookies `__Host-` and Secure. */
  baseUrl: string
}

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON)

export function authOptions(settings: AuthSettings, pool: pg.Pool) {
  const secure = settings.baseUrl.startsWith('https:')
  return {
    appName: 'Guanxi',
    database: pool,
    secret: settings.secret,
    baseURL: settings.baseUrl,
    basePath: '/api/auth',
    telemetry: { enabled: false },
    logger: { disabled: true },
    user: { modelName: 'auth_user' },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    session: { modelName: 'auth_session', expiresIn: SESSION_SECONDS, updateAge: RENEW_SECONDS },
    emailAndPassword: {
      enabled: true, disableSignUp: true, minPasswordLength: 1, maxPasswordLength: 256,
      password: {
        hash: hashPassword,
        verify: ({ hash: stored, password }: { hash: string; password: string }) => verify(stored, password),
      },
    },
    rateLimit: { enabled: false },
    advanced: {
      // Requests reach better-auth only through our own routes, which check origin and rate themselves.
      disableCSRFCheck: true,
      useSecureCookies: false,
      cookiePrefix: 'guanxi',
      cookies: {
        session_token: {
          name: secure ? '__Host-guanxi' : 'guanxi',
          attributes: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure },
        },
      },
    },
    plugins: [twoFactor({ issuer: 'Guanxi', twoFactorTable: 'auth_two_factor' })],
  }
}

function create(settings: AuthSettings, pool: pg.Pool) {
  return betterAuth(authOptions(settings, pool))
}

export interface Auth {
  handler: ReturnType<typeof create>['handler']
  context: ReturnType<typeof create>['$context']
  cookieName: string
  close(): Promise<void>
}

export function openAuth(settings: AuthSettings): Auth {
  const pool = new pg.Pool({ connectionString: settings.url, max: 4 })
  pool.on('error', () => {}) // a lost idle connection is replaced at the next use
  const auth = create(settings, pool)
  return {
    handler: auth.handler,
    context: auth.$context,
    cookieName: settings.baseUrl.startsWith('https:') ? '__Host-guanxi' : 'guanxi',
    close: () => pool.end(),
  }
}
