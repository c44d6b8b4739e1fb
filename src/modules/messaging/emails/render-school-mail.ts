import { render } from '@react-email/components'
import { createElement } from 'react'
import { SchoolMail, type SchoolMailContent } from './school-mail.email.tsx'

/**
 * Renders a mail in a school's colour, as HTML and as plain text.
 *
 * @example
 * const { html, text } = await renderSchoolMail({ school, heading: 'Thank you', paragraphs: ['Your course is open.'], action })
 */
export async function renderSchoolMail(content: SchoolMailContent): Promise<{ html: string; text: string }> {
  return { html: await render(createElement(SchoolMail, content)), text: plainText(content) }
}

/** Written, not stripped from the HTML: a mail program without HTML gets as clear a letter. */
function plainText({ school, heading, paragraphs, action, rows, footer }: SchoolMailContent): string {
  const parts = [
    heading,
    ...paragraphs,
    ...(rows?.length ? [rows.map(({ term, value }) => `${term}: ${value}`).join('\n')] : []),
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    `-- \n${footer ?? school?.name ?? 'CourseCove'}`,
  ]
  return `${parts.join('\n\n')}\n`
}
