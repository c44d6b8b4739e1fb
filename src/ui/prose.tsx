import { cn } from './class-names.ts'

/** Written text as the editor saved it. Takes HTML that the server has already cleaned, and nothing else. */
export function Prose({ html, className }: { html: string; className?: string }) {
  return <div className={cn('prose', className)} dangerouslySetInnerHTML={{ __html: html }} />
}
