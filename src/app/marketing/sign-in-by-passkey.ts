/**
 * Runs in the browser, as text inside the sign-in page, and so knows nothing but itself: no import, no name from
 * outside. Shows the passkey's button where the browser can use one; pressed, it fetches the server's question, lets
 * the device answer, and sends the answer as any form is sent.
 *
 * @see https://www.w3.org/TR/webauthn-3/#sctn-parseRequestOptionsFromJSON
 */
export function signInByPasskey(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-passkey]')
  const button = form?.querySelector('button')
  if (!form || !button || typeof globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON !== 'function') return

  const ask = async (): Promise<string | undefined> => {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams({ intent: 'passkey-question' }) })
    const written = /data-passkey="([^"]+)"/.exec(await answer.text())?.[1]
    // Only the attribute is parsed: the styles of that page have a nonce of their own, which this document refuses.
    return written && new DOMParser().parseFromString(written, 'text/html').body.textContent
  }
  const send = (fields: Record<string, string>): void => {
    for (const [name, value] of Object.entries(fields)) {
      const field = form.querySelector<HTMLInputElement>(`input[name=${name}]`)
      if (field) field.value = value
    }
    form.submit()
  }
  const show = (fault: string | null): void => {
    for (const notice of form.querySelectorAll<HTMLElement>('[data-fault]')) notice.hidden = notice.dataset.fault !== fault
    button.disabled = false
    button.ariaBusy = null
  }
  const run = async (): Promise<void> => {
    const question = await ask()
    // The server asks nothing, after too many tries for one: its own page says why.
    if (!question) return send({})

    const asked: PublicKeyCredentialRequestOptionsJSON = JSON.parse(question)
    const given = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) })
    if (given instanceof PublicKeyCredential) send({ intent: 'passkey', answer: JSON.stringify(given.toJSON()) })
    else show('failed')
  }

  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    show(null)
    button.disabled = true
    button.ariaBusy = 'true'
    run().catch((fault: unknown) => show(fault instanceof DOMException && fault.name === 'NotAllowedError' ? 'refused' : 'failed'))
  })
  // Somebody who comes back to this page finds the button as it was.
  addEventListener('pageshow', () => show(null))
}
