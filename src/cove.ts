import { readConfig } from '#platform/config/config.ts'

console.log(Object.keys(readConfig()).length)
