import { z } from 'zod'
import { storefrontFaultWords } from '../words/storefront-fault-words.ts'

/** What search engines and messengers are told of the first page; '' is what the school says of itself. */
export const headForm = z.object({
  title: z.string().trim().max(70, { error: () => storefrontFaultWords().cutAt70 }).default(''),
  description: z.string().trim().max(200, { error: () => storefrontFaultWords().cutAt200 }).default(''),
})
export type PageHead = z.output<typeof headForm>

/** A page of which nobody said anything for search engines. */
export const emptyHead: PageHead = { title: '', description: '' }
