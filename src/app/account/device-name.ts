import { ownAccountWords } from '../words/own-account-words.ts'

const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/(HeadlessChrome|Chrome|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const systems: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
]

/** A browser and a system in words, such as "Firefox on Linux"; people recognise their devices by that. */
export function deviceName(userAgent: string | null): string {
  const words = ownAccountWords()
  const find = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
  const [browser, system] = [find(browsers), find(systems)]
  if (browser && system) return words.browserOn(browser, system)
  return browser ?? system ?? words.anotherDevice
}

/** Whether a browser is one that people carry along. */
export function isPhone(userAgent: string | null): boolean {
  return /iPhone|Android|Mobile/.test(userAgent ?? '')
}
