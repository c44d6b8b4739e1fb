import { Form, useNavigation } from 'react-router'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { useBuilderKind } from '../words/builder-kind-words.ts'
import { builderWords } from '../words/builder-words.ts'

type SamplesNoticeProps = { samples: { courseCount: number; lessonCount: number; keptCount: number }; className?: string }

/** What came with the school, and one press that removes it; it says before in figures what goes and what stays. */
export function SamplesNotice({ samples: { courseCount, lessonCount, keptCount }, className }: SamplesNoticeProps) {
  const kind = useBuilderKind()
  const words = builderWords()
  const { formData, state } = useNavigation()
  if (courseCount + keptCount === 0) return null

  const goes = courseCount > 0 ? kind.samplesGo(courseCount, lessonCount) : ''
  const stays = keptCount > 0 ? kind.samplesStay(keptCount) : ''
  return (
    <Notice
      title={words.sampleCame}
      className={className}
      action={
        <Form method="post">
          <Button type="submit" size="sm" name="intent" value="remove-samples" busy={state !== 'idle' && formData?.get('intent') === 'remove-samples'}>
            {courseCount > 0 ? words.removeSample : words.keepAsOwn}
          </Button>
        </Form>
      }
    >
      {words.changeOrRemove([goes, stays].filter(Boolean).join(' '))}
    </Notice>
  )
}
