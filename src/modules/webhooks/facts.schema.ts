import { z } from 'zod'

const id = z.uuid()
const money = { amountCents: z.number().int(), currency: z.string() }
const sold = { orderId: id, userId: id, subjectKind: z.string(), subjectId: id }

/**
 * What is sent for each fact: ids, figures, and the titles of what a school sells. Nobody's name and no address: whoever
 * needs them asks for them under rules of their own, and nothing has to be called back when a person is forgotten.
 */
export const factPayloads = {
  'order.paid': z.object({ ...sold, title: z.string(), ...money }),
  'order.refunded': z.object({ ...sold, ...money, isFull: z.boolean() }),
  'course.completed': z.object({ enrolmentId: id, courseId: id, userId: id, title: z.string(), completedAt: z.iso.datetime() }),
} as const satisfies Record<string, z.ZodType>

export type FactName = keyof typeof factPayloads

/** The facts that an endpoint can ask for. */
export const factNames = Object.keys(factPayloads) as [FactName, ...FactName[]]

/** What a test is called; every endpoint takes it. */
export const testFact = 'webhook.test'
