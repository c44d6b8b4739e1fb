import { redirect } from 'react-router'
import { createProvenAccount, hasAccount, signIn } from '#modules/identity/index.ts'
import { passwordLengthMin, signUpForm } from '#modules/identity/sign-in/sign-in.schema.ts'
import { acceptInvitation, holdsPermission, readInvitation, subdomainOrigin } from '#modules/tenancy/index.ts'
import { AppError } from '#platform/errors/app-error.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { parseForm } from '../parse-form.ts'
import { requestContext, type Viewer } from '../request-context.ts'
import { readSentForm } from '../read-sent-form.ts'
import { answerHeaders, answering, answeringForm, type FormFaults } from '../respond.ts'
import type { RouteHandle } from '../page-needs.ts'
import { arrivalWords } from '../words/arrival-words.ts'
import type { Route } from './+types/invitation.ts'
import { AccountPage } from './account-page.tsx'
import { ElsewhereButtons } from './elsewhere-buttons.tsx'
import { focusFirstFault, FormFaultList } from './form-fault-list.tsx'

export const handle: RouteHandle = { isStatic: true, keepsSession: true }

export const meta: Route.MetaFunction = () => [{ title: arrivalWords().invitationTitle }]

export const loader = answering(async ({ params, context }: Route.LoaderArgs) => {
  const { app, viewer, nonce } = context.get(requestContext)
  // The address of this page holds a secret that must not travel to other hosts. Not `no-referrer`: under it browsers
  // send `Origin: null` with the form, and the form would look like another site's.
  context.get(answerHeaders).set('Referrer-Policy', 'same-origin')
  const invitation = await readInvitation(app.systemCtx, params.token)
  const person = await viewer()
  const isKnown = await app.systemCtx.inSystem((tx) => hasAccount(tx, invitation.email))
  const here = `${app.config.scheme}://${app.config.baseDomain}/invitation/${params.token}`
  return { invitation, signedInAs: person?.email ?? null, isSignedIn: person !== null, isKnown, hasPasswords: app.passwords !== null, providers: app.social?.providers ?? [], here, nonce, home: subdomainOrigin(app.config, invitation.slug) }
})

/** The address has an account: its owner signs in instead of choosing a password here. */
class AccountThere extends AppError {
  constructor() {
    super({ code: 'account-there', status: 409, publicMessage: arrivalWords().accountThere })
  }
}

export const action = answeringForm(async ({ request, params, context }: Route.ActionArgs) => {
  const { app, viewer } = context.get(requestContext)
  const headers = new Headers()
  const person = (await viewer()) ?? (await joinAnew(request, context, params.token, headers))
  const { slug, role } = await acceptInvitation(app.systemCtx, { token: params.token, viewer: person })
  throw redirect(`${subdomainOrigin(app.config, slug)}${holdsPermission(role, 'studio.enter') ? '/studio' : '/learn'}`, { headers })
})

/** Holding the link proves the mailbox, so an account made here is ready at once. */
async function joinAnew(request: Request, context: Route.ActionArgs['context'], token: string, headers: Headers): Promise<Viewer> {
  const { app, address } = context.get(requestContext)
  const { email } = await readInvitation(app.systemCtx, token)
  const { name, password } = parseForm(signUpForm.omit({ email: true }), await readSentForm(request))
  if (!(await createProvenAccount(app.systemCtx, { email, name, password }))) throw new AccountThere()

  const result = await signIn(app.systemCtx, { email, password, next: null, headers: request.headers, address })
  if (result.kind !== 'signed-in') throw new AccountThere()
  for (const cookie of result.cookies) headers.append('Set-Cookie', cookie)
  const cookie = result.cookies.map((line) => line.split(';')[0]).join('; ')
  const person = await app.identity.findViewer(new Headers({ cookie }))
  if (!person) throw new AccountThere()
  return person
}

const roleWords = (): Record<string, string> => ({ admin: arrivalWords().asAdmin, instructor: arrivalWords().asInstructor, assistant: arrivalWords().asAssistant, student: arrivalWords().asStudent, guardian: arrivalWords().asGuardian })

export default function Invitation({ loaderData, actionData }: Route.ComponentProps) {
  const words = arrivalWords()
  const { invitation, nonce, home } = loaderData
  const { schoolName, inviterName, role, brandColour, email } = invitation
  return (
    <AccountPage
      school={{ name: schoolName, brand: brandColour, home }}
      nonce={nonce}
      title={words.joinSchool(schoolName)}
      text={words.invitesYou(inviterName || schoolName, roleWords()[role] ?? role, email)}
    >
      <FormFaultList faults={actionData} />
      <Answer {...loaderData} faults={actionData} />
    </AccountPage>
  )
}

type AnswerProps = Pick<Awaited<ReturnType<typeof loader>>, 'invitation' | 'signedInAs' | 'isSignedIn' | 'isKnown' | 'hasPasswords' | 'providers' | 'here'> & { faults: FormFaults | undefined }

function Answer({ invitation, signedInAs, isSignedIn, isKnown, hasPasswords, providers, here, faults }: AnswerProps) {
  const words = arrivalWords()
  const isOther = isSignedIn && signedInAs?.toLowerCase() !== invitation.email.toLowerCase()
  if (isOther) {
    return (
      <div className="grid gap-5">
        <Notice tone="warn" title={signedInAs ? words.signedInAs(signedInAs) : words.signedInNameless}>
          {words.signOutFirst}
        </Notice>
        <form method="post" action="/sign-out">
          <Button type="submit" wide>
            {words.signOut}
          </Button>
        </form>
      </div>
    )
  }
  if (isSignedIn) {
    return (
      <form method="post">
        <Button type="submit" variant="main" wide>
          {words.accept}
        </Button>
      </form>
    )
  }
  if (isKnown) {
    return (
      <ButtonLink variant="main" wide href={`/sign-in?next=${encodeURIComponent(here)}&email=${encodeURIComponent(invitation.email)}`}>
        {words.signInToAccept}
      </ButtonLink>
    )
  }
  if (!hasPasswords) {
    return (
      <ButtonLink variant="main" wide href={`/sign-up?next=${encodeURIComponent(here)}`}>
        {words.createToAccept}
      </ButtonLink>
    )
  }

  return (
    <>
      <JoinFields faults={faults} />
      <ElsewhereButtons providers={providers} next={here} way="sign-up" />
    </>
  )
}

function JoinFields({ faults }: { faults: FormFaults | undefined }) {
  const words = arrivalWords()
  const focus = focusFirstFault(faults)
  return (
    <form method="post" noValidate className="grid gap-5">
      <TextField label={words.yourName} name="name" autoComplete="name" required defaultValue={faults?.values.name} error={faults?.fieldErrors.name} {...focus('name')} />
      <TextField
        label={words.choosePassword}
        name="password"
        type="password"
        autoComplete="new-password"
        hint={words.atLeast(passwordLengthMin)}
        required
        error={faults?.fieldErrors.password}
        {...focus('password')}
      />
      <Button type="submit" variant="main" wide>
        {words.accept}
      </Button>
    </form>
  )
}
