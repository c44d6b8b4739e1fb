/** Every scope there is: a kind of thing, and how far a key reaches into it. */
export const scopes = ['courses:read', 'people:read', 'people:write', 'enrolments:read', 'enrolments:write', 'orders:read', 'coupons:read', 'webhooks:read'] as const

export type Scope = (typeof scopes)[number]
