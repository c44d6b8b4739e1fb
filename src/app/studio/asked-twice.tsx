import { Button } from '#ui/button.tsx'
import { SectionHeader } from '#ui/page-header.tsx'

interface AskedTwiceProps {
  /** What the deed is called, as a heading and on its first button. */
  title: string
  /** What goes with it, in figures. */
  text: string
  sure: string
  keep: string
  /** The intent that the page's form is sent with. */
  intent: string
}

/** A deed at the end of a page that asks a second time before it is done; without script too. */
export function AskedTwice({ title, text, sure, keep, intent }: AskedTwiceProps) {
  return (
    <section className="mt-12 max-w-[680px] border-t pt-6">
      <SectionHeader title={title} />
      <p className="text-[0.9375rem] text-ink-2">{text}</p>
      <details className="group mt-4">
        <summary className="inline-flex min-h-11 items-center rounded-md border border-edge bg-raised px-[18px] text-[0.9375rem] font-medium hover:bg-sunken group-open:hidden">{title} …</summary>
        <form method="post" className="flex flex-wrap items-center gap-2.5">
          <Button type="submit" variant="danger" name="intent" value={intent}>
            {sure}
          </Button>
          <a href="?" className="link text-sm text-ink-2">
            {keep}
          </a>
        </form>
      </details>
    </section>
  )
}
