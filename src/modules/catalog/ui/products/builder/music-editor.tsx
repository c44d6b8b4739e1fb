import { useRef } from 'react'
import { useFetcher } from 'react-router'
import { Button } from '#ui/button.tsx'
import { FileDrop } from '#ui/file-drop.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { musicalKeys } from '../../../music/music-keys.ts'
import { answerTo, faultsOf, goTo, type FormAnswer } from '../../builder/builder.schema.ts'
import { useHydrated } from '../../builder/use-hydrated.ts'
import { useSaid } from '../../builder/use-said.ts'
import { useUpload } from '../../builder/use-upload.ts'
import { productBuilderWords } from '../../words/product-builder-words.ts'
import { SoundPicture } from '../music-cover.tsx'
import { pictureRecording, type RecordingPicture } from './picture-recording.ts'
import type { MusicState } from './product-state.schema.ts'

type MusicEditorProps = { music: MusicState; uploadsHref: string; answer: FormAnswer }

/** What a piece of music is found by, and what everybody may hear of it. */
export function MusicEditor({ music, uploadsHref, answer }: MusicEditorProps) {
  return (
    <div className="grid gap-9">
      <Preview music={music} uploadsHref={uploadsHref} />
      <Facts music={music} answer={answerTo(answer, 'set-music')} />
    </div>
  )
}

function Preview({ music, uploadsHref }: Omit<MusicEditorProps, 'answer'>) {
  const words = productBuilderWords()
  const fetcher = useFetcher<FormAnswer>()
  const isAwake = useHydrated()
  const picture = useRef<Promise<RecordingPicture> | null>(null)
  const upload = useUpload({
    endpoint: uploadsHref,
    purpose: 'audio',
    onDone: (fileId) => void picture.current?.then((found) => fetcher.submit({ intent: 'set-preview', fileId, ...found }, { method: 'post' })),
  })
  useSaid(fetcher.data)
  return (
    <section aria-labelledby="preview-title">
      <h2 id="preview-title" className="text-base font-semibold">{words.preview}</h2>
      <p className="mt-0.5 text-sm text-ink-2">{words.previewText}</p>
      {music.previewHref ? (
        <div className="mt-4 rounded-lg bg-brand-tint p-4 text-brand-strong">
          {music.peaks.length > 0 ? <SoundPicture peaks={music.peaks} className="h-16 w-full" /> : null}
          {/* It is music, and nothing is said in it. */}
          {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
          <audio controls preload="none" src={music.previewHref} aria-label={words.thePreview} className="mt-3 w-full" />
        </div>
      ) : null}
      {isAwake ? (
        <div className="mt-3">
          <FileDrop
            label={music.previewHref ? words.anotherPreview : words.addPreview}
            name="preview"
            accept="audio/*"
            hint={words.previewHint}
            error={faultsOf(fetcher.data).fieldErrors.fileId}
            onFiles={(files) => {
              const [file] = files
              if (!file) return
              picture.current = pictureRecording(file)
              upload.send([file])
            }}
            uploads={upload.uploads}
            onCancel={upload.cancel}
            onRetry={upload.retry}
          />
        </div>
      ) : (
        <p className="mt-3 text-sm text-ink-2">{words.uploadsNeedScript}</p>
      )}
      {music.previewHref ? (
        <fetcher.Form method="post" className="mt-2">
          <Button type="submit" size="sm" variant="quiet" name="intent" value="remove-preview" busy={fetcher.state !== 'idle'}>
            {words.takePreviewAway}
          </Button>
        </fetcher.Form>
      ) : null}
    </section>
  )
}

function Facts({ music, answer }: { music: MusicState; answer: FormAnswer }) {
  const words = productBuilderWords()
  const fetcher = useFetcher<FormAnswer>()
  const { fieldErrors, values } = faultsOf(fetcher.data ?? answer)
  useSaid(fetcher.data)
  return (
    <section aria-labelledby="facts-title">
      <h2 id="facts-title" className="text-base font-semibold">{words.foundBy}</h2>
      <fetcher.Form method="post" noValidate className="mt-3 grid gap-4">
        <input type="hidden" name="intent" value="set-music" />
        <div className="flex flex-wrap gap-4">
          <TextField name="bpm" label={words.bpm} inputMode="numeric" maxLength={3} defaultValue={values.bpm ?? music.bpm ?? ''} error={fieldErrors.bpm} autoComplete="off" optional className="w-36" {...goTo(answer, 'bpm')} />
          <SelectField name="musicalKey" label={words.musicalKey} options={[{ value: '', label: words.none }, ...musicalKeys.map((key) => ({ value: key, label: key }))]} defaultValue={values.musicalKey ?? music.musicalKey ?? ''} error={fieldErrors.musicalKey} className="w-36" />
        </div>
        <TextField name="tags" label={words.tags} hint={words.tagsHint} defaultValue={values.tags ?? music.tags.join(', ')} error={fieldErrors.tags} autoCapitalize="none" autoComplete="off" optional {...goTo(answer, 'tags')} />
        <div>
          <Button type="submit" busy={fetcher.state !== 'idle'}>
            {words.save}
          </Button>
        </div>
      </fetcher.Form>
    </section>
  )
}
