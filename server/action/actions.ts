// All actions of the machine; importing this file makes them known by name.
export * from './catalog-actions.ts'
export * from './offer-roles.ts'
export * from './people-actions.ts'
export * from './record-actions.ts'
export * from './undo-actions.ts'
