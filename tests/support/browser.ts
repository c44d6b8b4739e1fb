import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'

/** A Chromium on this machine, and how it wants to be started. */
export interface FoundBrowser {
  executablePath: string
  args: string[]
}

// A closed network makes these fail one by one and slowly; none of them has to do with a page under test.
const quiet = ['--no-sandbox', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--autoplay-policy=no-user-gesture-required']

/** Debian's Chromium when it is there, else the one that came with the packages. */
export async function findBrowser(): Promise<FoundBrowser> {
  const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome-stable'].find((path) => existsSync(path))
  if (installed) return { executablePath: installed, args: quiet }
  return { executablePath: await sparticuz.executablePath(), args: [...sparticuz.args.filter((arg) => !/single-process|disable-web-security|allow-running-insecure/.test(arg)), ...quiet] }
}
