// A rule of the linter for all that people read: it stands in catalogues, and is not written into the page.

const spoken = new Set(['label', 'title', 'text', 'hint', 'header', 'alt', 'placeholder', 'aria-label', 'valueText', 'backLabel', 'linkLabel', 'publicMessage', 'caption', 'newer', 'older'])
/** Here a single word is a state or a code. */
const spokenInSentences = new Set(['error', 'note'])
/** The steps of a schema whose last argument may be what they say when something does not fit. */
const judging = new Set(['min', 'max', 'length', 'regex', 'email', 'url', 'uuid', 'enum', 'literal', 'refine', 'startsWith', 'endsWith', 'int', 'positive', 'nonnegative', 'strictObject', 'superRefine'])
/** Names stay what they are in every language, and so do addresses, abbreviations and units. */
const names = /CourseCove|Clerk|Stripe|https?:\S*|\w+\.\w+|\b[A-Z]{2,}\b|\b(ms|min)\b/g
const isWord = (text) => /\p{L}{2}/u.test(text.replace(names, ''))
/** Not NotFound and the like: those take a word for the log. */
const forPeople = /^(InvalidInput|FileRefused)$/
const isSentence = (text) => /\p{L}{2}.* \p{L}/u.test(text)

export const wordsStandInCatalogues = {
  meta: { type: 'problem', schema: [], messages: { literal: 'Write "{{text}}" into the catalogues of this area (words/…/en.ts and de.ts): it is said in every language.' } },
  create(context) {
    const judge = (node, text, isSaid = isWord) => {
      if (typeof text === 'string' && isSaid(text)) context.report({ node, messageId: 'literal', data: { text: text.trim().slice(0, 60) } })
    }
    /** All that an expression may come to. */
    const judgeAll = (node, isSaid = isWord) => {
      if (node?.type === 'Literal') judge(node, node.value, isSaid)
      else if (node?.type === 'TemplateLiteral') for (const part of node.quasis) judge(part, part.value.cooked, isSaid)
      else if (node?.type === 'ConditionalExpression') [node.consequent, node.alternate].forEach((one) => judgeAll(one, isSaid))
      else if (node?.type === 'LogicalExpression') [node.left, node.right].forEach((one) => judgeAll(one, isSaid))
    }
    return {
      JSXText: (node) => judge(node, node.value),
      JSXAttribute(node) {
        if (spoken.has(node.name.name)) judgeAll(node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value)
      },
      JSXExpressionContainer(node) {
        if (node.parent.type === 'JSXElement' || node.parent.type === 'JSXFragment') judgeAll(node.expression)
      },
      Property(node) {
        const key = node.key.type === 'Identifier' ? node.key.name : node.key.value
        if (spoken.has(key)) judgeAll(node.value)
        if (spokenInSentences.has(key)) judgeAll(node.value, isSentence)
      },
      // What a fault that is for people says: beside its fields, or by itself.
      NewExpression(node) {
        if (!forPeople.test(node.callee.name ?? '')) return
        for (const argument of node.arguments) {
          judgeAll(argument, isSentence)
          if (argument.type === 'ObjectExpression') for (const one of argument.properties) judgeAll(one.value, isSentence)
        }
      },
      CallExpression(node) {
        if (node.callee.type === 'MemberExpression' && judging.has(node.callee.property.name)) judgeAll(node.arguments.at(-1), isSentence)
      },
    }
  },
}
