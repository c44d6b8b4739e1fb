import { MailCheck } from 'lucide-react'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { FormErrors } from '#ui/form-errors.tsx'
import { Icon } from '#ui/icon.tsx'
import { MailsStayHere } from '#ui/mails-stay-here.tsx'
import { TextField } from '#ui/text-field.tsx'
import { CheckoutFrame } from '../checkout-frame.tsx'
import { CoursePicture } from '../course-card.tsx'
import { productWords } from '../words/product-words.ts'
import type { FieldFaults, SchoolPage } from '../public-pages.schema.ts'

type RequestFreePageProps = SchoolPage & {
  product: { id: string; title: string; href: string }
  /** The words that stand beside the box, and are kept with the address. */
  consent: string
  /** Set once the mail is on its way. */
  sentTo: string | null
  /** Set where mails do not go out. */
  mailboxHref: string | null
  values: Record<string, string>
  errors: FieldFaults
}

/** A free download for an address: what one gets, what one agrees to, and that a mail comes first. */
export function RequestFreePage({ product, consent, sentTo, mailboxHref, values, errors, ...page }: RequestFreePageProps) {
  const words = productWords()
  return (
    <CheckoutFrame {...page} backHref={product.href} backLabel={words.back}>
      <div className="mx-auto grid max-w-[480px] gap-6 pt-[clamp(12px,6vh,72px)]">
        <CoursePicture course={{ id: product.id, subject: product.title }} school={page.school} className="aspect-16/9" />
        {sentTo ? (
          <div role="status">
            <span className="grid size-12 place-items-center rounded-full bg-good-tint text-good">
              <Icon of={MailCheck} size="xl" />
            </span>
            <h1 className="display mt-5 text-2xl">{words.checkMail}</h1>
            <p className="mt-2.5 text-ink-2">{words.linkSentTo(sentTo)}</p>
            {mailboxHref ? <div className="mt-6"><MailsStayHere href={mailboxHref} /></div> : null}
          </div>
        ) : (
          <>
            <div>
              <h1 className="display text-[2rem] leading-tight">{product.title}</h1>
              <p className="mt-2 text-ink-2">{words.freeForAddress}</p>
            </div>
            <form method="post" noValidate className="grid gap-4">
              <FormErrors errors={Object.entries(errors).map(([field, message]) => (field === 'form' ? { message } : { field, message }))} />
              <TextField name="email" type="email" label={words.yourEmail} autoComplete="email" inputMode="email" defaultValue={values.email} error={errors.email} required />
              <CheckboxField name="agrees" label={consent} defaultChecked={values.agrees === 'on'} error={errors.agrees} required />
              <div>
                <Button type="submit" variant="main" size="lg" className="w-full sm:w-auto">
                  {words.sendLink}
                </Button>
                <p className="mt-2.5 text-[0.8125rem] text-ink-3">{words.everyMailEnds}</p>
              </div>
            </form>
          </>
        )}
      </div>
    </CheckoutFrame>
  )
}
