import { Plus } from 'lucide-react'
import { Form } from 'react-router'
import { blockKinds } from '#modules/storefront/blocks/blocks.schema.ts'
import { Icon } from '#ui/icon.tsx'
import { siteWords } from '../../words/site-words.ts'
import { useBlockWords } from './kind-words.ts'

/** What can be added, each with what it is for. A press adds it at the end and opens it. */
export function AddBlock({ isOpen }: { isOpen: boolean }) {
  const wordsOf = useBlockWords()
  return (
    <details open={isOpen} className="group/add mt-4">
      <summary className="touch flex min-h-11 items-center gap-2 text-sm font-medium text-ink-2 hover:text-ink">
        <Icon of={Plus} size="sm" className="transition-transform group-open/add:rotate-45" />
        <span className="relative z-1">{siteWords().addBlock}</span>
      </summary>
      <ul className="mt-1 grid divide-y border-y">
        {blockKinds.map((kind) => {
          const { label, hint, icon } = wordsOf(kind)
          return (
            <li key={kind}>
              <Form method="post">
                <input type="hidden" name="intent" value="add" />
                <input type="hidden" name="kind" value={kind} />
                <button type="submit" className="flex w-full items-start gap-3 px-1 py-3 text-left hover:bg-sunken">
                  <Icon of={icon} className="mt-0.5 text-ink-3" />
                  <span>
                    <span className="block text-[0.9375rem] font-medium">{label}</span>
                    <span className="block text-sm text-ink-2">{hint}</span>
                  </span>
                </button>
              </Form>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
