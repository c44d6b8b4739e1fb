import { z } from 'zod'
import { scopes, type Scope } from '../scope-names.ts'
import { keyPageWords } from '../ui/words/key-page-words.ts'

/** How many keys of a school may be in use at once. */
export const keysMax = 20

/** For how many days a key can be made, besides without end. */
export const keyDays = ['30', '90', '365'] as const

/** How far a key reaches into each kind of thing; where nothing can be written, reading is all there is. */
export const keyReaches = {
  courses: ['none', 'read'],
  people: ['none', 'read', 'write'],
  enrolments: ['none', 'read', 'write'],
  orders: ['none', 'read'],
  coupons: ['none', 'read'],
  webhooks: ['none', 'read'],
} as const
export type KeyResource = keyof typeof keyReaches

/** The kinds of things in the order in which they are shown. */
export const keyResources = Object.keys(keyReaches) as KeyResource[]

const reach = <const Reach extends readonly [string, ...string[]]>(allowed: Reach) => z.enum(allowed, { error: () => keyPageWords().chooseOfThese }).default(allowed[0])

const fields = z.object({
  requestKey: z.uuid().optional(),
  name: z.string().trim().min(1, { error: () => keyPageWords().fillIn }).max(80),
  expiresIn: z.enum([...keyDays, 'never'], { error: () => keyPageWords().chooseOfThese }),
  courses: reach(keyReaches.courses),
  people: reach(keyReaches.people),
  enrolments: reach(keyReaches.enrolments),
  orders: reach(keyReaches.orders),
  coupons: reach(keyReaches.coupons),
  webhooks: reach(keyReaches.webhooks),
})

/** What a person says of a new key. */
export interface KeyInput {
  /** Becomes its id: the same form sent twice makes one. */
  requestKey?: string | undefined
  name: string
  /** Null is without end. */
  daysValid: number | null
  scopes: Scope[]
}

const reachFields = fields.pick({ courses: true, people: true, enrolments: true, orders: true, coupons: true, webhooks: true })

/** The form of a new key. Who may change something may read it too. */
export const apiKeyForm = fields
  .refine((read) => keyResources.some((resource) => read[resource] !== 'none'), {
    path: ['courses'],
    error: () => keyPageWords().atLeastOne,
    // Also when another field is wrong: all faults are said at once.
    when: ({ value }) => reachFields.safeParse(value).success,
  })
  .transform(({ requestKey, name, expiresIn, ...reaches }): KeyInput => {
    const chosen = keyResources.flatMap((resource) => (reaches[resource] === 'write' ? [`${resource}:read`, `${resource}:write`] : reaches[resource] === 'read' ? [`${resource}:read`] : []))
    return { requestKey, name, daysValid: expiresIn === 'never' ? null : Number(expiresIn), scopes: scopes.filter((scope) => chosen.includes(scope)) }
  })
