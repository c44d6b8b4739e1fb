import { cn } from './class-names.ts'
import { partWords } from './words/part-words.ts'

type FormErrorsProps = {
  /** Each fault and the id of the field it belongs to; without one it concerns the whole form. */
  errors: readonly { field?: string; message: string }[]
  title?: string
  className?: string
}

/** The faults of a form in one place, above it. Says nothing when there are none. The page may focus it by its id, `form-errors`. */
export function FormErrors({ errors, title, className }: FormErrorsProps) {
  if (errors.length === 0) return null

  return (
    <div
      id="form-errors"
      role="alert"
      tabIndex={-1}
      className={cn('rounded-md border border-bad bg-bad-tint px-4 py-3 text-ink', className)}
    >
      <p className="font-semibold">{title ?? partWords().faults(errors.length)}</p>
      <ul className="mt-1 grid gap-0.5 text-sm">
        {errors.map(({ field, message }) => (
          <li key={`${field ?? ''}-${message}`}>
            {field ? (
              <a href={`#${field}`} className="link inline-block py-1">
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
