import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { findBrowser } from '../tests/support/browser.ts'
import { takeClerkPictures } from './parts/clerk-pictures.ts'
import { takeDemoPictures } from './parts/demo-pictures.ts'
import type { Album } from './parts/take-picture.ts'

// Makes docs/pictures/: every page that people see most, on a phone and on a desk, by day and by night.
// With words, only those whose names contain one of them. For whoever draws pages: --all takes states too that no document
// shows, --whole shows pages from head to foot, --into is another folder.
const { values, positionals: only } = parseArgs({ allowPositionals: true, options: { all: { type: 'boolean' }, whole: { type: 'boolean' }, into: { type: 'string' } } })
const folder = values.into ?? 'docs/pictures'
const album: Album = {
  folder,
  wants: ({ name, isAside }) => (values.all === true || isAside !== true) && (only.length === 0 || only.some((word) => name.includes(word))),
  isWhole: values.whole ?? false,
  complaints: new Set(),
}

const { executablePath, args } = await findBrowser()
const browser = await chromium.launch({ executablePath, args })
try {
  mkdirSync(folder, { recursive: true })
  const made = (await takeDemoPictures(browser, album)) + (await takeClerkPictures(browser, album))
  console.log(`→ ${made} pictures in ${folder}/`)
  for (const complaint of album.complaints) console.error(complaint)
  if (made === 0 || album.complaints.size > 0) process.exitCode = 1
} finally {
  await browser.close()
}
