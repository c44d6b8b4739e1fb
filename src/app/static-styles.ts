import { createContext } from 'react'

/** The styles that a static page carries inside itself. Only the server knows them: in a browser every page has the file. */
export const StaticStyles = createContext<string | undefined>(undefined)
