import { CheckboxField } from '#ui/checkbox-field.tsx'
import { consentWords } from './words/consent-words.ts'

type CheckoutBoxesProps = {
  documents: readonly { documentId: string; box: string; versionId: string; title: string; href: string; isRequired: boolean }[]
  ticked: Record<string, string>
  errors: Record<string, string>
}

/** What is agreed to in buying: a box for each text, and the text one press away. */
export function CheckoutBoxes({ documents, ticked, errors }: CheckoutBoxesProps) {
  const words = consentWords()
  if (documents.length === 0) return null
  return (
    <div className="grid gap-0.5">
      {documents.map(({ documentId, box, versionId, title, href, isRequired }) => (
        <CheckboxField
          key={documentId}
          name={box}
          value={versionId}
          defaultChecked={ticked[box] === versionId}
          label={isRequired ? words.agreeTo(title) : words.agreeOptional(title)}
          hint={
            <a href={href} target="_blank" rel="noopener" className="link inline-flex min-h-6 items-center">
              {words.readText}
            </a>
          }
          error={errors[box]}
        />
      ))}
    </div>
  )
}
