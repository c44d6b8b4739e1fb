import { faultsOf, type FormAnswer } from '#modules/catalog/ui/builder/builder.schema.ts'
import { useHydrated } from '#modules/catalog/ui/builder/use-hydrated.ts'
import type { Block } from '#modules/storefront/blocks/blocks.schema.ts'
import { nameOfLanguage } from '#platform/i18n/name-of-language.ts'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { siteWords } from '../../words/site-words.ts'
import { fieldsOf } from './field-of.ts'
import { SaveInDraft } from './save-in-draft.tsx'
import { TranslationFields } from './translation-fields.tsx'
import { useAutosave } from './use-autosave.ts'
import { writtenParameter, type Writing } from './writing.ts'

type TranslationFormProps = { block: Block; writing: Writing; pictures: Record<string, string>; /** With which day the week begins for who writes; 1 is Monday. */ firstDay: number; /** What the page's action said to a form that came without script. */ pageAnswer: FormAnswer }

/** What one block says in another language than the page's first; the first one's texts stand beside. Kept by itself, like the block. */
export function TranslationForm({ block, writing, pictures, firstDay, pageAnswer }: TranslationFormProps) {
  const words = siteWords()
  const save = useAutosave()
  const isAwake = useHydrated()
  const answer = save.answer ?? pageAnswer
  const { formError, fieldErrors, values } = faultsOf(answer)

  return (
    <save.Form ref={save.form} method="post" noValidate onChange={save.touch} onSubmit={save.cancel} className="grid gap-6">
      <input type="hidden" name="intent" value="translate" />
      <input type="hidden" name={writtenParameter} value={writing.current} />
      <p className="text-sm text-ink-2">{words.translationText(nameOfLanguage(writing.current), nameOfLanguage(writing.first))}</p>
      <FormFaultList faults={{ formError, fieldErrors, values }} beside={Object.keys(fieldErrors).filter((name) => !/^(in$|id\.|fileId)/.test(name))} className="" />
      <TranslationFields block={block} ground={{ writing, pictures, firstDay, fieldOf: fieldsOf(answer, save.answer === undefined), onTouch: save.touch }} />
      <SaveInDraft isAwake={isAwake} isSaving={save.isSaving} word={save.word} />
    </save.Form>
  )
}
