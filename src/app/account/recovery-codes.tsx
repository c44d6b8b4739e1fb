import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { accountHref } from './account-href.ts'

/** The recovery codes, once: to be printed, copied or put away, before one goes on. */
export function RecoveryCodes({ codes, isNew, next }: { codes: string[]; isNew: boolean; next: string | null }) {
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`Recovery codes of CourseCove. Each works once.\n\n${codes.join('\n')}\n`)}`
  return (
    <div className="grid gap-6">
      <Notice tone="good" title={isNew ? 'Two-factor sign-in is on' : 'These are your new recovery codes'}>
        {isNew ? 'You were signed out everywhere else.' : 'The old ones are worth nothing any more.'}
      </Notice>
      <ol aria-label="Recovery codes" className="grid grid-cols-1 gap-x-6 gap-y-2 rounded-md bg-sunken px-5 py-4 font-mono text-[0.9375rem] min-[340px]:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="grid gap-2.5">
        <ButtonLink variant="main" wide href={accountHref('/account', next)}>
          I have put them away
        </ButtonLink>
        <ButtonLink wide href={file} download="coursecove-recovery-codes.txt">
          Save as a file
        </ButtonLink>
      </div>
    </div>
  )
}
