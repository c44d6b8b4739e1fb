import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { measureDuration } from './measure-duration.ts'
import type { FilePurpose } from './media-types.ts'
import { recogniseBytes } from './recognise-bytes.ts'

const text = (words: string) => new TextEncoder().encode(words)
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replace(/\s/g, ''), 'hex'))
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64')
const pdf = text('%PDF-1.7\n1 0 obj\n')

/** A second of silence: 8000 samples a second, one byte each. */
function wav(seconds: number): Uint8Array {
  const file = Buffer.alloc(44 + 8000 * seconds)
  file.write('RIFF', 0); file.writeUInt32LE(36 + 8000 * seconds, 4); file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16); file.writeUInt16LE(1, 20); file.writeUInt16LE(1, 22); file.writeUInt32LE(8000, 24); file.writeUInt32LE(8000, 28); file.writeUInt16LE(1, 32); file.writeUInt16LE(8, 34)
  file.write('data', 36); file.writeUInt32LE(8000 * seconds, 40)
  return file
}

describe('the bytes of a file', () => {
  it.each<[FilePurpose, Uint8Array, string]>([
    ['image', png, 'image/png'],
    ['pdf', pdf, 'application/pdf'],
    ['audio', wav(1), 'audio/wav'],
    ['file', pdf, 'application/pdf'],
    ['file', text('Set list: one, two, three'), 'application/octet-stream'],
    ['file', bytes('504b0304 1400 0000 0000'), 'application/octet-stream'],
  ])('fit the purpose %s', async (purpose, given, mediaType) => {
    expect(await recogniseBytes(purpose, 'a name', given)).toMatchObject({ mediaType, refusal: null })
  })

  it.each<[string, FilePurpose, string, Uint8Array]>([
    ['a page that says it is a video', 'video', 'lesson.mp4', text('<!doctype html><script>1</script>')],
    ['a picture that says it is a PDF', 'pdf', 'sheet.pdf', png],
    ['nothing at all', 'audio', 'song.mp3', new Uint8Array()],
    ['a drawing with script', 'image', 'logo.png', text('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['a web page', 'file', 'notes.txt', text('  \n<!-- hello --><!DOCTYPE html><p>')],
    ['a web page behind a byte order mark', 'file', 'notes.txt', text('\uFEFF<html>')],
    ['a web page in two bytes a letter', 'file', 'notes.txt', Buffer.from('\uFEFF<html>', 'utf16le')],
    ['a drawing', 'file', 'notes.txt', text('<?xml version="1.0"?><svg>')],
    ['a Windows program', 'file', 'tool.bin', bytes('4d5a9000 03000000 04000000 ffff0000')],
    ['a Linux program', 'file', 'tool.bin', bytes('7f454c46 02010100 00000000 00000000')],
    ['a script', 'file', 'setup', text('#!/bin/sh\nrm -rf /')],
    ['a name that a computer would run', 'file', 'song.mp3.EXE', text('harmless')],
    ['a page under a harmless beginning', 'file', 'page.html', text('plain words')],
  ])('are refused with a sentence: %s', async (_, purpose, name, given) => {
    const result = await recogniseBytes(purpose, name, given)
    expect(result.refusal).toMatch(/\.$/)
  })

  it('tell the length of a recording where their head says it', () => {
    expect(measureDuration('audio/wav', wav(3), 44 + 24000)).toBe(3)
    expect(measureDuration('audio/wav', new Uint8Array(10), 10)).toBeNull()
    expect(measureDuration('video/mp4', wav(3), 100)).toBeNull()
  })

  it('tell it for the clips of the demo school', async () => {
    const folder = 'db/seeds/media/clips'
    const clips = readdirSync(folder).filter((name) => name.endsWith('.webm'))
    expect(clips.length).toBeGreaterThan(0)
    for (const name of clips) {
      const clip = readFileSync(join(folder, name))
      expect(await recogniseBytes('video', name, clip.subarray(0, 65536))).toMatchObject({ mediaType: 'video/webm' })
      expect(measureDuration('video/webm', clip.subarray(0, 65536), clip.length)).toBeGreaterThan(1)
    }
  })
})
