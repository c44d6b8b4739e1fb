/** Whether a word from an address or a form can be an id at all; PostgreSQL would refuse it with a fault of its own. */
export function isId(word: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(word)
}
