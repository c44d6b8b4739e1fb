import type { Block } from '../blocks/blocks.schema.ts'
import { ContactForm } from './contact-form.tsx'
import { Part } from './part.tsx'

type ContactProps = { anchor: string; layout: Block<'contact'>['layout']; title: string; text: string; /** Where the form is sent. */ action: string; schoolName: string }

/** A way to write to the school. */
export function Contact({ anchor, layout, title, text, action, schoolName }: ContactProps) {
  if (layout === 'centred') {
    return (
      <Part anchor={anchor} title={title} ground="sunken" heading="centred">
        {text ? <p className="mx-auto -mt-3 mb-8 max-w-[46ch] text-center text-[1.0625rem] text-ink-2">{text}</p> : null}
        <div className="mx-auto max-w-[520px]">
          <ContactForm action={action} schoolName={schoolName} />
        </div>
      </Part>
    )
  }

  return (
    <section id={anchor} aria-labelledby={`${anchor}-title`} className="wrap">
      <div className="grid gap-x-16 gap-y-8 border-t-(length:--rule) border-(--rule-colour) py-(--rhythm) lg:grid-cols-2">
        <div>
          <h2 id={`${anchor}-title`} className="display text-[2rem] leading-[1.05] sm:text-[2.75rem]">
            {title}
          </h2>
          {text ? <p className="mt-5 max-w-[40ch] whitespace-pre-line text-[1.0625rem] text-ink-2">{text}</p> : null}
        </div>
        <ContactForm action={action} schoolName={schoolName} />
      </div>
    </section>
  )
}
