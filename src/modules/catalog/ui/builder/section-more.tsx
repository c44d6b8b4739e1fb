import { useFetcher } from 'react-router'
import { countedAs } from '#modules/tenancy/presets/wording.schema.ts'
import { useEnglishWording } from '#modules/tenancy/ui/wording.tsx'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { answerTo, faultsOf, goTo, type FormAnswer, type SectionLine } from './builder.schema.ts'
import { MoreDetails } from './more-details.tsx'
import { useSaid } from './use-said.ts'

/** Rename a section, or remove it after reading what goes with it. */
export function SectionMore({ section, answer }: { section: SectionLine; answer: FormAnswer }) {
  const rename = useFetcher<FormAnswer>()
  const remove = useFetcher<FormAnswer>()
  useSaid(remove.data)
  const { lesson, student } = useEnglishWording()
  const own = answerTo(answer, 'rename-section', section.id)
  const { fieldErrors, values } = faultsOf(rename.data ?? own)
  const begun = Math.max(0, ...section.lessons.map((one) => one.studentCount))

  return (
    <MoreDetails label={`More for ${section.title}`} isOpen={own !== undefined}>
      <rename.Form method="post" noValidate className="grid gap-2.5">
        <input type="hidden" name="intent" value="rename-section" />
        <input type="hidden" name="sectionId" value={section.id} />
        <TextField id={`rename-${section.id}`} name="title" label="Name of the section" defaultValue={values.title ?? section.title} error={fieldErrors.title} maxLength={160} required autoComplete="off" {...goTo(own, 'title')} />
        <div>
          <Button type="submit" size="sm" busy={rename.state !== 'idle'}>
            Rename
          </Button>
        </div>
      </rename.Form>
      <remove.Form method="post" className="grid gap-2.5 border-t pt-4">
        <input type="hidden" name="intent" value="remove-section" />
        <input type="hidden" name="sectionId" value={section.id} />
        <p className="text-sm text-ink-2">
          {section.lessons.length === 0
            ? `There is no ${lesson.one} in it.`
            : `${countedAs(section.lessons.length, lesson)} ${section.lessons.length === 1 ? 'goes' : 'go'} with it${begun > 0 ? `, and the progress of ${countedAs(begun, student)} in ${section.lessons.length === 1 ? 'it' : 'them'}` : ''}. This cannot be undone.`}
        </p>
        <div>
          <Button type="submit" size="sm" variant={section.lessons.length > 0 ? 'danger' : 'plain'} busy={remove.state !== 'idle'}>
            Remove the section
          </Button>
        </div>
      </remove.Form>
    </MoreDetails>
  )
}
