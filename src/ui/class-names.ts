import { cx } from 'class-variance-authority'
import { extendTailwindMerge } from 'tailwind-merge'

const merge = extendTailwindMerge({
  extend: {
    theme: { text: ['hero'], shadow: ['float'] },
  },
})

/** Joins class names; where two of them set the same property, the later one stands. */
export function cn(...names: Parameters<typeof cx>): string {
  return merge(cx(...names))
}
