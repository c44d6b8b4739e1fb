import sanitizeHtml from 'sanitize-html'

/** The tags that the lesson editor can show and save again; kept equal to the editor's by a test. */
export const richTextTags = ['p', 'h2', 'h3', 'ul', 'ol', 'li', 'strong', 'em', 's', 'blockquote', 'a', 'code', 'pre', 'hr', 'br'] as const

/**
 * Cleans rich text down to the tags of the editor. Everything that a person wrote passes here on its way into the
 * database, so what comes out of it can be shown as it is.
 *
 * @param html from a browser, an import, a seed
 * @returns '' when nothing visible is left
 */
export function sanitiseRichText(html: string): string {
  const clean = untilStable(html)
  const hasContent = /<hr\b/.test(clean) || clean.replace(/<[^>]*>|&nbsp;|\s/g, '') !== ''
  return hasContent ? clean.trim() : ''
}

/** Paragraphs inside paragraphs are pulled apart by the next reader, browsers included: read as often as that moves something. */
function untilStable(html: string): string {
  let before = html
  for (let rounds = 0; rounds < 8; rounds += 1) {
    const after = keepAllowed(before)
    if (after === before) return after
    before = after
  }
  return before
}

function keepAllowed(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: [...richTextTags],
    allowedAttributes: { a: ['href', 'rel'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesAppliedToAttributes: ['href'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'template', 'xmp', 'iframe', 'noembed', 'noframes', 'title'],
    nestingLimit: 24,
    parseStyleAttributes: false,
    transformTags: {
      b: 'strong',
      i: 'em',
      del: 's',
      strike: 's',
      h1: 'h2',
      h4: 'h3',
      div: 'p',
      a: (tagName, attributes) => ({ tagName, attribs: keepLink(attributes.href) }),
    },
  })
}

/** Links inside a school stay; those that lead away tell the other site nothing and vouch for nobody. */
function keepLink(href: string | undefined): Record<string, string> {
  if (!href) return {}
  const plain = href.replace(/[\p{Cc}\s]+/gu, '')
  const isSafe = /^(https?:\/\/|mailto:)/i.test(plain) && (!/^https?:/i.test(plain) || URL.canParse(plain))
  return isSafe ? { href: plain, rel: 'noopener noreferrer nofollow' } : {}
}
