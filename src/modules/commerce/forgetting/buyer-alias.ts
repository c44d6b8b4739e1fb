import { randomUUID } from 'node:crypto'

/** Where the aliases of buyers who are gone end. */
export const aliasPlace = '@deleted.invalid'

/** What stands for the address of a buyer who is gone. By chance, not a hash: addresses can be guessed and tried. */
export function aliasFor(): string {
  return `deleted-${randomUUID().slice(0, 13)}${aliasPlace}`
}

/** Whether an address stands for somebody who is gone: no mail goes there, and what a payment says of a name is not kept. */
export function isAlias(address: string): boolean {
  return address.endsWith(aliasPlace)
}
