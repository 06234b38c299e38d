// All routes of the product, in the order of the OpenAPI text.
import { catalogRoutes } from '#server/http/catalog-routes.ts'
import { eventRoutes } from '#server/http/event-routes.ts'
import { exportRoutes } from '#server/http/export-routes.ts'
import { fileRoutes } from '#server/http/file-routes.ts'
import { flowRoutes } from '#server/http/flow-routes.ts'
import { formDesignRoutes } from '#server/http/form-design-routes.ts'
import { formRoutes } from '#server/http/form-routes.ts'
import { healthRoutes } from '#server/http/health-routes.ts'
import { importRoutes } from '#server/http/import-routes.ts'
import { recordRoutes } from '#server/http/record-routes.ts'
import { searchRoutes } from '#server/http/search-routes.ts'
import type { Routes } from '#server/http/serve.ts'
import { sessionRoutes } from '#server/http/session-routes.ts'
import { userRoutes } from '#server/http/user-routes.ts'
import { workRoutes } from '#server/http/work-routes.ts'

export const routes: Routes[] = [healthRoutes, sessionRoutes, userRoutes, catalogRoutes, recordRoutes, workRoutes, searchRoutes, fileRoutes, importRoutes, exportRoutes, formRoutes, formDesignRoutes, flowRoutes, eventRoutes]
