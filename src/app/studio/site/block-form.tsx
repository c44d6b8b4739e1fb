import type { FormAnswer } from '#modules/catalog/ui/builder/builder.schema.ts'
import { faultsOf } from '#modules/catalog/ui/builder/builder.schema.ts'
import { useHydrated } from '#modules/catalog/ui/builder/use-hydrated.ts'
import { layoutsOf, type Block } from '#modules/storefront/blocks/blocks.schema.ts'
import { RadioCards } from '#ui/radio-cards.tsx'
import { siteWords } from '../../words/site-words.ts'
import { BlockFields, type FormGround } from './block-fields.tsx'
import { fieldsOf } from './field-of.ts'
import { kindWords } from './kind-words.ts'
import { SaveInDraft } from './save-in-draft.tsx'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { useAutosave } from './use-autosave.ts'

type BlockFormProps = Omit<FormGround, 'fieldOf' | 'onTouch' | 'values'> & { block: Block; /** What the page's action said to a form that came without script. */ pageAnswer: FormAnswer; /** The entries of the form changed places: its fields must be made anew. */ onRearranged: () => void }

/** All of one block. Kept by itself a moment after the last key; without script by its button. */
export function BlockForm({ block, pageAnswer, onRearranged, ...ground }: BlockFormProps) {
  const words = siteWords()
  const save = useAutosave()
  const isAwake = useHydrated()
  const answer = save.answer ?? pageAnswer
  const fieldOf = fieldsOf(answer, save.answer === undefined)
  const { formError, fieldErrors, values } = faultsOf(answer)
  const beside = Object.keys(fieldErrors).filter((name) => !/^(picture|fileId|items|id\.)/.test(name))
  const { layouts } = kindWords(block.kind)
  const layout = fieldOf('layout', block.layout)

  return (
    <save.Form
      ref={save.form}
      method="post"
      noValidate
      onChange={save.touch}
      onSubmit={(event) => {
        save.cancel()
        const { submitter } = event.nativeEvent as SubmitEvent
        if (submitter instanceof HTMLButtonElement && submitter.name) onRearranged()
      }}
      className="grid gap-6"
    >
      {/* First, so that Enter in a field saves and does not press the first button of an entry. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
        {words.save}
      </button>
      <input type="hidden" name="intent" value="write" />
      <FormFaultList faults={{ formError, fieldErrors, values }} beside={beside} className="" />
      <RadioCards
        name="layout"
        label={words.layout}
        defaultValue={layout.defaultValue}
        error={layout.error}
        choices={layoutsOf(block.kind).map((value) => ({ value, label: layouts[value]?.label ?? value, hint: layouts[value]?.hint }))}
      />
      <BlockFields block={block} ground={{ ...ground, fieldOf, values, onTouch: save.touch }} />
      <SaveInDraft isAwake={isAwake} isSaving={save.isSaving} word={save.word} />
    </save.Form>
  )
}
