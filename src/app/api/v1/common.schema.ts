import { z } from 'zod'

/** An id of anything. */
export const id = (description: string) => z.uuid('This is no id.').meta({ description, example: '0198c2f0-5f0e-7d4c-9a43-2f8f3c1b7e10' })

/** An instant as ISO 8601 in UTC. */
export const instant = (description: string) => z.iso.datetime().meta({ description, example: '2026-03-02T16:00:00.000Z' })

/** An amount in minor units. */
export const cents = (description: string) => z.int().meta({ description: `${description}, in minor units of \`currency\`.`, example: 4900 })

export const currency = z.string().meta({ description: 'ISO 4217, in small letters.', example: 'eur' })

/** The parameter of an address that names one thing. */
export const idParam = z.object({ id: id('Which one.') })

/** One thing. */
export const one = <Item extends z.ZodType>(item: Item) => z.object({ data: item })

/** A page of things. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ data: z.array(item), nextCursor: z.string().nullable().meta({ description: 'Send it as `after` for the next page; null on the last one.', example: null }) })

/** What is answered when something is wrong. */
export const problem = z
  .object({
    type: z.string().meta({ description: 'Names the kind of problem, with its code behind the #.', example: 'about:blank#not-found' }),
    title: z.string().meta({ description: 'The code: a stable word for programs.', example: 'not-found' }),
    status: z.int().meta({ description: 'The status of the answer.', example: 404 }),
    detail: z.string().meta({ description: 'A sentence for people: what happened, and what to do now.', example: 'There is nothing at this address.' }),
    errors: z.record(z.string(), z.string()).optional().meta({ description: 'What is wrong with each field, by its name.', example: { email: 'Enter an e-mail address, like name@example.com.' } }),
  })
  .meta({ id: 'Problem', description: 'A problem document (RFC 9457).' })
