import type { ComponentProps } from 'react'

/** Words for screen readers where the eye already has a picture or a place. */
export function VisuallyHidden(props: ComponentProps<'span'>) {
  return <span {...props} className="sr-only" />
}
