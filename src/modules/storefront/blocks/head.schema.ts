import { z } from 'zod'

/** What search engines and messengers are told of the first page; '' is what the school says of itself. */
export const headForm = z.object({
  title: z.string().trim().max(70, 'Use at most 70 characters: more is cut off.').default(''),
  description: z.string().trim().max(200, 'Use at most 200 characters: more is cut off.').default(''),
})
export type PageHead = z.output<typeof headForm>

/** A page of which nobody said anything for search engines. */
export const emptyHead: PageHead = { title: '', description: '' }
