// The built pages: hashed files may be kept for ever, the page itself is asked for each time.
// Every path that is not the API answers with the page: the browser's router finds its way.
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { AppError } from '#core/lib/error.ts'
import { sendError } from './errors.ts'

const YEAR = 31_536_000

export async function pages(app: FastifyInstance, webDir: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: webDir, wildcard: false, index: false, preCompressed: true,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/')
      void reply.header('cache-control', hashed ? `public, max-age=${YEAR}, immutable` : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && !request.url.startsWith('/api/') && !/\.\w{2,5}$/.test(request.url.split('?')[0]!)
    return page ? reply.header('cache-control', 'no-cache').sendFile('index.html') : sendError(request, reply, new AppError('not_found'))
  })
}
