/**
 * Lets work take at least so long, so that its duration says nothing of what was found.
 *
 * @param milliseconds longer than either way usually takes
 */
export async function takeAtLeast<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const pause = new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
  const [result] = await Promise.allSettled([work(), pause])
  if (result.status === 'rejected') throw result.reason
  return result.value
}
