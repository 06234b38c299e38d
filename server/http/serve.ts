// The HTTP server: limits, headers, the gate, the routes, and the built pages.
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { mapErrors, mapUnknown } from './errors.ts'
import { guard } from './guard.ts'
import { pages } from './pages.ts'
import type { Site } from './site.ts'

/** Bytes of a JSON body; a pasted block of 10,000 rows is about 3 MB. */
const BODY_LIMIT = 20 * 1024 * 1024
const FILE_LIMIT = 100 * 1024 * 1024
/** Requests a minute from one address; a busy office behind one router stays far below. */
const PER_MINUTE = 6000

export type Routes = (app: FastifyInstance, site: Site) => void

const POLICY = {
  defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"], fontSrc: ["'self'", 'data:'], objectSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'self'"],
  workerSrc: ["'self'", 'blob:'], upgradeInsecureRequests: null,
}

/** `webDir` holds the built pages; without it only the API is served (tests). */
export async function serve(site: Site, routes: Routes[], webDir?: string): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: site.log, bodyLimit: BODY_LIMIT, trustProxy: site.config.TRUST_PROXY, disableRequestLogging: true,
    requestTimeout: 120_000, routerOptions: { maxParamLength: 200 },
    // Input is checked by zod in route.ts; the schemas given to fastify are for the OpenAPI text alone.
    onProtoPoisoning: 'error', onConstructorPoisoning: 'error',
  })
  app.setValidatorCompiler(() => () => true)
  app.setSerializerCompiler(() => data => JSON.stringify(data))
  mapErrors(app)
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    hsts: site.config.baseUrl.startsWith('https:'), crossOriginEmbedderPolicy: false, referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(rateLimit, { max: PER_MINUTE, timeWindow: 60_000 })
  await app.register(multipart, { limits: { fileSize: FILE_LIMIT, files: 20, fields: 50, fieldSize: 1_000_000 } })
  await app.register(swagger, { openapi: { info: { title: 'Guanxi', version: '1' }, components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } } } })
  guard(app, site)
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store')
  })
  await app.register(async scope => {
    for (const add of routes) add(scope, site)
    scope.get('/api/openapi.json', { schema: { summary: 'This description' } }, async () => app.swagger())
  })
  if (webDir) await pages(app, webDir)
  else mapUnknown(app)
  return app
}
