import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { FormFaults } from '../respond.ts'
import { ownAccountWords } from '../words/own-account-words.ts'

/** A passkey as its owner sees it. */
export interface PasskeyView {
  id: string
  name: string
  /** The password manager that keeps it, where that is known. */
  keeper: string | null
  isSynced: boolean
  /** When, in words. */
  added: string | null
  used: string | null
}

/** One's passkeys, each with its name and the way to take it away. */
export function PasskeyList({ passkeys, faults }: { passkeys: PasskeyView[]; faults: FormFaults | undefined }) {
  return (
    <ul aria-label={ownAccountWords().yourPasskeys} className="mb-8 grid divide-y border-y">
      {passkeys.map((passkey) => (
        <PasskeyRow key={passkey.id} passkey={passkey} faults={faults?.values.passkey === passkey.id ? faults : undefined} />
      ))}
    </ul>
  )
}

function PasskeyRow({ passkey: { id, name, keeper, isSynced, added, used }, faults }: { passkey: PasskeyView; faults: FormFaults | undefined }) {
  const words = ownAccountWords()
  const facts = [keeper && keeper !== name ? keeper : null, isSynced ? words.onSeveral : words.onOne, used ? words.lastUsed(used) : words.neverUsed, added ? words.added(added) : null]
  return (
    <li className="py-3">
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <p className="font-medium wrap-anywhere">{name}</p>
          <p className="text-sm text-ink-3">{facts.filter(Boolean).join(' · ')}</p>
        </div>
        <form method="post">
          <input type="hidden" name="passkey" value={id} />
          <Button type="submit" size="sm" name="intent" value="remove" aria-label={words.removeNamed(name)}>
            {words.remove}
          </Button>
        </form>
      </div>
      <details open={faults ? true : undefined} className="mt-1">
        <summary className="touch w-fit cursor-pointer text-sm text-ink-2 hover:text-ink">{words.rename}</summary>
        <form method="post" noValidate className="mt-3 grid gap-3">
          <input type="hidden" name="passkey" value={id} />
          <input type="hidden" name="intent" value="rename" />
          <TextField id={`name-${id}`} label={words.name} name="name" autoComplete="off" defaultValue={faults?.values.name ?? name} error={faults?.fieldErrors.name} />
          <Button type="submit" size="sm" className="justify-self-start">
            {words.saveName}
          </Button>
        </form>
      </details>
    </li>
  )
}
