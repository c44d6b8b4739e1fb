import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { ownAccountWords } from '../words/own-account-words.ts'
import { accountHref } from './account-href.ts'

/** The recovery codes, once: to be printed, copied or put away, before one goes on. */
export function RecoveryCodes({ codes, isNew, next }: { codes: string[]; isNew: boolean; next: string | null }) {
  const words = ownAccountWords()
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(words.codesFile(codes.join('\n')))}`
  return (
    <div className="grid gap-6">
      <Notice tone="good" title={isNew ? words.twoFactorIsOn : words.newCodesAre}>
        {isNew ? words.signedOutElsewhere : words.oldCodesOver}
      </Notice>
      <ol aria-label={words.recoveryCodes} className="grid grid-cols-1 gap-x-6 gap-y-2 rounded-md bg-sunken px-5 py-4 font-mono text-[0.9375rem] min-[340px]:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="grid gap-2.5">
        <ButtonLink variant="main" wide href={accountHref('/account', next)}>
          {words.putAway}
        </ButtonLink>
        <ButtonLink wide href={file} download="coursecove-recovery-codes.txt">
          {words.saveAsFile}
        </ButtonLink>
      </div>
    </div>
  )
}
