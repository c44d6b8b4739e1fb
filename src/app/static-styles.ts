import { createContext } from 'react'

/** What stands in place of the styles that a static page carries inside itself. Only the server has them: in a browser every page has the file. */
export const StaticStyles = createContext<string | undefined>(undefined)
