import { Form, useNavigation } from 'react-router'
import { countedAs } from '#modules/tenancy/presets/wording.schema.ts'
import { useEnglishWording } from '#modules/tenancy/ui/wording.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'

type SamplesNoticeProps = { samples: { courseCount: number; lessonCount: number; keptCount: number }; className?: string }

/** What came with the school, and one press that removes it; it says before in figures what goes and what stays. */
export function SamplesNotice({ samples: { courseCount, lessonCount, keptCount }, className }: SamplesNoticeProps) {
  const { formData, state } = useNavigation()
  const { course, lesson, student } = useEnglishWording()
  if (courseCount + keptCount === 0) return null

  const goes = courseCount > 0 ? `${countedAs(courseCount, course)} with ${countedAs(lessonCount, lesson)} ${courseCount === 1 ? 'goes' : 'go'}, for good.` : ''
  const stays = keptCount > 0 ? `${countedAs(keptCount, course)} that ${student.many} have ${keptCount === 1 ? 'stays' : 'stay'} as your own.` : ''
  return (
    <Notice
      title="A sample came with your school, and visitors see it"
      className={className}
      action={
        <Form method="post">
          <Button type="submit" size="sm" name="intent" value="remove-samples" busy={state !== 'idle' && formData?.get('intent') === 'remove-samples'}>
            {courseCount > 0 ? 'Remove the sample' : 'Keep it as your own'}
          </Button>
        </Form>
      }
    >
      Change it into something of yours, or remove it: {[goes, stays].filter(Boolean).join(' ')}
    </Notice>
  )
}
