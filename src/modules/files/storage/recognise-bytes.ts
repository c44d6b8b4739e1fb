import { fileTypeFromBuffer } from 'file-type'
import { fileWords } from '../words/file-words.ts'
import { mediaKinds, type FilePurpose, type MediaKind } from './media-types.ts'

/** How many bytes of a file's beginning are enough to say what it is. */
export const headBytes = 64 * 1024

/** What the bytes turned out to be, or why they are not taken. */
export type Recognition = { mediaType: string; ending: string; refusal: null } | { refusal: string }

// The same thing under the names that different tools give it.
const otherNames: Record<string, string> = {
  'audio/x-m4a': 'audio/mp4',
  'audio/x-wav': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
  'audio/x-flac': 'audio/flac',
  'audio/opus': 'audio/ogg',
  'video/x-m4v': 'video/mp4',
}

const refusals = (): Record<FilePurpose, string> => ({
  video: fileWords().noVideo,
  audio: fileWords().noRecording,
  pdf: fileWords().noPdf,
  image: fileWords().noPicture,
  file: fileWords().noProgram,
})

/**
 * Says what a file is by its bytes; neither its name nor what the browser claimed decides.
 *
 * @param purpose what it is meant for
 * @param name the name it came with: only endings that a computer would run are held against it
 * @param head the first bytes, up to `headBytes`
 */
export async function recogniseBytes(purpose: FilePurpose, name: string, head: Uint8Array): Promise<Recognition> {
  const found = await fileTypeFromBuffer(head)
  const mediaType = (found?.mime ?? '').split(';')[0] ?? ''
  const kind = mediaKinds.find((known) => known.mediaType === (otherNames[mediaType] ?? mediaType))
  if (purpose !== 'file') return kind?.purpose === purpose ? accept(kind) : { refusal: refusals()[purpose] }
  if (kind && !runsByName(name)) return accept(kind)

  const isRefused = runsByName(name) || programTypes.has(mediaType) || looksLikeMarkup(head) || looksLikeScript(head)
  return isRefused ? { refusal: refusals().file } : { mediaType: 'application/octet-stream', ending: 'bin', refusal: null }
}

function accept(kind: MediaKind): Recognition {
  return { mediaType: kind.mediaType, ending: kind.ending, refusal: null }
}

const programTypes = new Set([
  'application/x-msdownload', 'application/x-elf', 'application/x-mach-binary', 'application/x-apple-diskimage',
  'application/vnd.android.package-archive', 'application/java-archive', 'application/java-vm', 'application/x.ms.shortcut',
  'application/x-ms-shortcut', 'application/wasm', 'application/x-chrome-extension', 'application/x-shockwave-flash', 'application/x-deb', 'application/x-rpm',
])

function runsByName(name: string): boolean {
  return /\.(html?|xhtml|shtml|mhtml?|svgz?|xml|xsl|hta|exe|msi|msix|dll|com|scr|bat|cmd|ps1|vbs?|wsf|js|mjs|jse|jar|lnk|url|reg|apk|ipa|app|pkg|dmg|deb|rpm|sh|command|elf|swf)\.?\s*$/i.test(name)
}

function looksLikeMarkup(head: Uint8Array): boolean {
  const text = asText(head).replace(/^\s*(<!--[\s\S]*?-->\s*)*/, '')
  return /^<(!doctype|html|head|body|svg|script|iframe|\?xml)/i.test(text)
}

function looksLikeScript(head: Uint8Array): boolean {
  const text = asText(head)
  return text.startsWith('#!') || text.startsWith('MZ') || text.startsWith('\u007fELF')
}

/** A byte order mark, or two bytes a letter, hide nothing. */
function asText(head: Uint8Array): string {
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  const label = isWide ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8'
  return new TextDecoder(label).decode(head.subarray(0, 4096))
}
