// The form for a record created on the way to linking it. It holds inputs itself, so inputs get it from the frame.
import { createContext } from 'react'
import type { ComponentType } from 'react'
import type { Link } from '../lib/api-types.ts'
import type { WebObject } from '../lib/catalog.ts'

export interface QuickCreateProps { object: WebObject; name: string; close(): void; done(link: Link): void }

export const QuickCreateContext = createContext<ComponentType<QuickCreateProps> | null>(null)
