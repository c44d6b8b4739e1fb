import { faultsOf, type FormAnswer } from '#modules/catalog/ui/builder/builder.schema.ts'

/** What a field of a block's form is given, by its name. */
export type FieldOf = (name: string, stored: string) => { name: string; id: string; defaultValue: string; error: string | undefined; autoFocus?: true }

/**
 * Ties the fields of a form to what the server said: what was typed stays, faults stand beside, and the first one gets
 * the focus.
 *
 * @param answer of the form itself, or of the page where it came without script
 */
export function fieldsOf(answer: FormAnswer, isWholePage: boolean): FieldOf {
  const { fieldErrors, values } = faultsOf(answer)
  const first = Object.keys(fieldErrors)[0]
  return (name, stored) => ({
    name,
    id: name.replace('.', '-'),
    defaultValue: values[name] ?? stored,
    error: fieldErrors[name],
    ...(isWholePage && name === first ? { autoFocus: true as const } : {}),
  })
}
