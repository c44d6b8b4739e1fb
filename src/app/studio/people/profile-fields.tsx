import { fieldHint, fieldLabel, profileTypeLabel, type ProfileTypeName, type profileTypesOf } from '#modules/tenancy/profiles/profile-types.schema.ts'
import { cn } from '#ui/class-names.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { profilePageWords } from '../../words/profile-words.ts'
import type { FormFaults } from '../../respond.ts'

type ProfileFieldsProps = {
  types: ReturnType<typeof profileTypesOf>
  profile: { type: string; fields: Record<string, string> }
  currency: string
  faults: FormFaults | undefined
}

/** The fields of a type show while it is chosen, also without script. Written out: the stylesheet is made from this text. */
const whileChosen: Record<ProfileTypeName, string> = {
  teacher: 'hidden group-has-[option[value=teacher]:checked]/profile:grid',
  coach: 'hidden group-has-[option[value=coach]:checked]/profile:grid',
  realtor: 'hidden group-has-[option[value=realtor]:checked]/profile:grid',
  'loan-officer': 'hidden group-has-[option[value=loan-officer]:checked]/profile:grid',
}

/** What someone is, and the fields that belong to it. */
export function ProfileFields({ types, profile, currency, faults }: ProfileFieldsProps) {
  const words = profilePageWords()
  return (
    <>
      <SelectField
        label={words.kind}
        name="type"
        hint={words.kindHint}
        defaultValue={faults?.values.type ?? profile.type}
        error={faults?.fieldErrors.type}
        options={[{ value: '', label: words.none }, ...types.map(({ value }) => ({ value, label: profileTypeLabel(value) ?? value }))]}
      />
      {types.map(({ value: type, fields }) => (
        <fieldset key={type} className={cn('gap-x-4 gap-y-6 sm:grid-cols-2', whileChosen[type as ProfileTypeName])}>
          <legend className="sr-only">{profileTypeLabel(type)}</legend>
          {fields.map(({ name, kind, most, isRequired }) => (
            <TextField
              key={name}
              label={<span className="first-letter:uppercase">{kind === 'money' ? words.inCurrency(fieldLabel(type, name), currency) : fieldLabel(type, name)}</span>}
              name={`${type}.${name}`}
              hint={fieldHint(name)}
              inputMode={kind === 'line' ? undefined : 'numeric'}
              maxLength={kind === 'line' ? most : 6}
              optional={!isRequired}
              className={cn(fieldHint(name) && 'sm:col-span-2')}
              defaultValue={faults?.values[`${type}.${name}`] ?? (profile.type === type ? profile.fields[name] : '') ?? ''}
              error={faults?.fieldErrors[`${type}.${name}`]}
            />
          ))}
        </fieldset>
      ))}
    </>
  )
}
