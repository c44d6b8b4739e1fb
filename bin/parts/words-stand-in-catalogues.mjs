// A rule of the linter for folders whose words stand in catalogues: what people read is not written into the page.

const spoken = new Set(['label', 'title', 'text', 'hint', 'header', 'alt', 'placeholder', 'aria-label', 'valueText', 'backLabel', 'linkLabel', 'publicMessage'])
/** Names stay what they are in every language. */
const isWord = (text) => /\p{L}{2}/u.test(text.replaceAll('CourseCove', '').replaceAll('Clerk', '').replaceAll('Stripe', '').replaceAll('UTC', ''))

export const wordsStandInCatalogues = {
  meta: { type: 'problem', schema: [], messages: { literal: 'Write "{{text}}" into the catalogues of this area (words/…/en.ts and de.ts): this folder speaks every language.' } },
  create(context) {
    const judge = (node, text) => {
      if (typeof text === 'string' && isWord(text)) context.report({ node, messageId: 'literal', data: { text: text.trim().slice(0, 60) } })
    }
    return {
      JSXText: (node) => judge(node, node.value),
      JSXAttribute(node) {
        if (spoken.has(node.name.name) && node.value?.type === 'Literal') judge(node, node.value.value)
      },
      'JSXExpressionContainer > Literal': (node) => {
        if (node.parent.parent.type === 'JSXElement') judge(node, node.value)
      },
      Property(node) {
        const key = node.key.type === 'Identifier' ? node.key.name : node.key.value
        if (spoken.has(key) && node.value.type === 'Literal') judge(node, node.value.value)
        if (spoken.has(key) && node.value.type === 'TemplateLiteral') for (const part of node.value.quasis) judge(node, part.value.cooked)
      },
    }
  },
}
