import { useEffect, useState } from 'react'

/**
 * Where what floats is put: into the page's content, so that it wears the school's colours and stands in a
 * landmark. Undefined on the server and on pages without `#main`; Radix then takes the body.
 */
export function usePortalHome(): HTMLElement | undefined {
  const [home, setHome] = useState<HTMLElement>()

  useEffect(() => {
    lendNonce()
    setHome(document.getElementById('main') ?? undefined)
  }, [])

  return home
}

/**
 * The scroll lock under Radix dialogs writes a style element and asks for its nonce under this global name,
 * webpack's; without it the Content-Security-Policy would refuse the lock.
 */
function lendNonce(): void {
  const page = globalThis as { __webpack_nonce__?: string }
  page.__webpack_nonce__ ??= document.querySelector<HTMLElement>('script[nonce]')?.nonce
}
