/**
 * Waits until health answers 200.
 *
 * @param url the full address of `/api/health`
 * @throws Error with the last answer when it takes longer than a minute
 */
export async function waitForHealth(url: string, timeoutSeconds = 60): Promise<void> {
  const until = Date.now() + timeoutSeconds * 1000
  let last = 'no answer'
  while (Date.now() < until) {
    try {
      const answer = await fetch(url)
      if (answer.ok) return
      last = `${answer.status} ${await answer.text()}`
    } catch (fault) {
      last = fault instanceof Error ? fault.message : String(fault)
    }
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`CourseCove did not become healthy within ${timeoutSeconds} s: ${last}`)
}
