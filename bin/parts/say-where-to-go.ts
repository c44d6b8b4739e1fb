import type { Demo } from './seed-demo.ts'

/** Prints the addresses and the demo's logins. */
export function sayWhereToGo(url: string, demo: Demo | null): void {
  const lines = [['CourseCove', url], ...(demo?.schools ?? []).map((school) => [school.slug, school.url])]
  if (demo) lines.push(['Mailbox', demo.mailbox], [], ...demo.logins.slice(0, 4).map((login) => [login.role, `${login.email}   ${login.password}`]), ['operator', `${demo.operator.email}   ${demo.operator.password}`])
  console.log(`\n${lines.map(([name = '', value = '']) => `  ${name.padEnd(16)}${value}`.trimEnd()).join('\n')}\n\n  Stop with Ctrl-C.`)
}
