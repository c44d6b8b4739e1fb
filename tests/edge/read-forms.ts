import { findAll, rawText, textOf, type PageElement } from './read-page.ts'

/** A field of a form as the page shows it; radio buttons of one name are one field. */
export interface ShownField {
  name: string
  kind: 'text' | 'password' | 'choice' | 'checkbox' | 'hidden'
  /** What it would send as it stands; '' for a box that is not ticked. */
  value: string
  isInvalid: boolean
  /** The ids that it is described by. */
  describedBy: string[]
}

/** A form as the page shows it. */
export interface ShownForm {
  method: 'get' | 'post'
  /** Where it is sent, resolved against the page's own address. */
  action: string
  fields: ShownField[]
  /** The buttons that send a word of their own: `intent=link`. */
  presses: string[]
}

/**
 * The forms of a page.
 *
 * @param here the page's own path with its question
 */
export function readForms(page: PageElement, here: string): ShownForm[] {
  return findAll(page, ({ tag }) => tag === 'form').map((form) => {
    const given = new URL(form.attributes.action ?? here, `http://page${here}`)
    return {
      method: form.attributes.method === 'post' ? 'post' : 'get',
      action: `${given.pathname}${given.search}`,
      fields: readFields(form),
      presses: findAll(form, ({ tag, attributes }) => tag === 'button' && 'name' in attributes).map(({ attributes }) => `${attributes.name}=${attributes.value}`),
    }
  })
}

function readFields(form: PageElement): ShownField[] {
  const fields = new Map<string, ShownField>()
  for (const control of findAll(form, ({ tag, attributes }) => ['input', 'textarea', 'select'].includes(tag) && attributes.name !== undefined)) {
    const field = readField(control)
    const known = fields.get(field.name)
    // One of several radio buttons: what is chosen is what counts.
    if (!known || 'checked' in control.attributes) fields.set(field.name, field)
  }
  return [...fields.values()]
}

function readField(control: PageElement): ShownField {
  const { attributes } = control
  const kind = kindOf(control)
  const said = attributes.type === 'radio' ? (groupOf(control)?.attributes ?? {}) : attributes
  return {
    name: attributes.name ?? '',
    kind,
    value: valueOf(control, kind),
    isInvalid: said['aria-invalid'] === 'true',
    describedBy: (said['aria-describedby'] ?? '').split(' ').filter(Boolean),
  }
}

function kindOf({ tag, attributes: { type } }: PageElement): ShownField['kind'] {
  if (tag === 'select' || type === 'radio') return 'choice'
  if (type === 'hidden' || type === 'password' || type === 'checkbox') return type
  return 'text'
}

function valueOf(control: PageElement, kind: ShownField['kind']): string {
  const { tag, attributes } = control
  if (tag === 'textarea') return rawText(control)
  if (tag === 'select') {
    const options = findAll(control, (one) => one.tag === 'option')
    const chosen = options.find((option) => 'selected' in option.attributes) ?? options[0]
    return chosen?.attributes.value ?? ''
  }
  if (kind === 'checkbox' || attributes.type === 'radio') return 'checked' in attributes ? (attributes.value ?? 'on') : ''
  return attributes.value ?? ''
}

/** The frame that speaks for radio buttons: none of them is right or wrong alone. */
function groupOf(control: PageElement): PageElement | null {
  for (let above = control.parent; above; above = above.parent) if (above.attributes.role === 'radiogroup') return above
  return null
}

/** What the page says for the whole form: the alerts. */
export function alertsOf(page: PageElement): string[] {
  return findAll(page, ({ attributes }) => attributes.role === 'alert').map(textOf).filter(Boolean)
}
