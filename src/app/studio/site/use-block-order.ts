import type { DragEndEvent } from '@dnd-kit/core'
import { useEffect, useState } from 'react'
import { useFetcher } from 'react-router'
import type { FormAnswer } from '#modules/catalog/ui/builder/builder.schema.ts'
import { useSaid } from '#modules/catalog/ui/builder/use-said.ts'

/**
 * The order that is shown: the server's, and ahead of it while a move is on its way. What the server then says stands,
 * so a move that failed goes back by itself.
 */
export function useBlockOrder(lines: readonly { id: string }[]) {
  const fetcher = useFetcher<FormAnswer>()
  const stored = lines.map(({ id }) => id)
  const known = stored.join()
  const [order, setOrder] = useState(stored)
  const isSettled = fetcher.state === 'idle'
  useSaid(fetcher.data, false)
  useEffect(() => {
    if (isSettled) setOrder(known === '' ? [] : known.split(','))
  }, [known, isSettled])

  const move = (id: string, index: number, to: string) => {
    setOrder((now) => {
      const others = now.filter((other) => other !== id)
      const at = Math.max(0, Math.min(others.length, index))
      return [...others.slice(0, at), id, ...others.slice(at)]
    })
    void fetcher.submit({ intent: 'move', block: id, to }, { method: 'post' })
  }
  return {
    // A block that was just added or removed is known by the lines alone.
    order: [...order.filter((id) => stored.includes(id)), ...stored.filter((id) => !order.includes(id))],
    isSaving: !isSettled,
    hasSaved: isSettled && fetcher.data !== undefined && 'done' in fetcher.data,
    /** Moves by a step: the form is the one that works without script. */
    step(form: FormData) {
      const { block = '', to = '' } = Object.fromEntries(form) as Record<string, string>
      move(block, order.indexOf(block) + (to === 'up' ? -1 : 1), to)
    },
    end({ active, over }: DragEndEvent) {
      const [id, index] = [String(active.id), over ? order.indexOf(String(over.id)) : -1]
      if (index >= 0 && index !== order.indexOf(id)) move(id, index, String(index))
    },
  }
}
