/**
 * The length of a recording, where its head says it plainly.
 *
 * @param mediaType as recognised from the bytes
 * @param head the first bytes of the file
 * @param sizeBytes of the whole file
 * @returns seconds; null when the head does not tell, and the browser's measure has to do
 */
export function measureDuration(mediaType: string, head: Uint8Array, sizeBytes: number): number | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const seconds = mediaType === 'audio/wav' ? wavSeconds(view, sizeBytes) : mediaType === 'video/webm' ? webmSeconds(view) : null
  if (seconds === null || !Number.isFinite(seconds) || seconds <= 0 || seconds > 24 * 3600) return null
  return Math.round(seconds * 1000) / 1000
}

/** RIFF: `fmt ` says the bytes a second, `data` how many there are. */
function wavSeconds(view: DataView, sizeBytes: number): number | null {
  let bytesASecond = 0
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const name = view.getUint32(at)
    const length = view.getUint32(at + 4, true)
    if (name === 0x666d7420 && at + 20 <= view.byteLength) bytesASecond = view.getUint32(at + 16, true)
    // A recorder that was cut off leaves a length that is larger than the file.
    if (name === 0x64617461 && bytesASecond > 0) return Math.min(length, sizeBytes - at - 8) / bytesASecond
    at += 8 + length + (length % 2)
  }
  return null
}

/** EBML: the Info element holds TimecodeScale (2AD7B1) and Duration (4489), both near the beginning. */
function webmSeconds(view: DataView): number | null {
  const info = findId(view, [0x15, 0x49, 0xa9, 0x66], 0)
  if (info < 0) return null

  const scaleAt = findId(view, [0x2a, 0xd7, 0xb1], info)
  const scale = scaleAt < 0 ? 1_000_000 : readUnsigned(view, scaleAt + 3)
  const durationAt = findId(view, [0x44, 0x89], info)
  if (durationAt < 0 || durationAt + 11 > view.byteLength) return null

  const size = view.getUint8(durationAt + 2)
  const ticks = size === 0x84 ? view.getFloat32(durationAt + 3) : size === 0x88 ? view.getFloat64(durationAt + 3) : Number.NaN
  return (ticks * scale) / 1e9
}

function findId(view: DataView, id: readonly number[], from: number): number {
  const last = Math.min(view.byteLength - id.length, from + 4096)
  for (let at = from; at <= last; at++) {
    if (id.every((byte, index) => view.getUint8(at + index) === byte)) return at
  }
  return -1
}

function readUnsigned(view: DataView, at: number): number {
  const length = view.getUint8(at) & 0x0f
  let value = 0
  for (let index = 1; index <= length && at + index < view.byteLength; index++) value = value * 256 + view.getUint8(at + index)
  return value
}
