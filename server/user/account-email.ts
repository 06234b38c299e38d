// better-auth's name for a person: it never changes, so that a new address in the person's record needs no second change.

export const accountEmail = (userId: string): string => `${userId}@people.guanxi.local`
