import { createContext } from 'react'

/**
 * The nonce that this document's security policy knows. A later answer of the server has one of its own, which the
 * browser would refuse here: what writes style elements takes this one.
 */
export const DocumentNonce = createContext<string | undefined>(undefined)
