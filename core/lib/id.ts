// Ids are UUIDv7: made by the app, increasing with time, so that new rows land together in an index.
import { v7, validate } from 'uuid'

export const newId = (): string => v7()

export const isId = (value: unknown): value is string => typeof value === 'string' && validate(value)
