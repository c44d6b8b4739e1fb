import { computePeaks } from '#ui/peaks.ts'

/** How a recording looks, as the preview's form sends it. */
export interface RecordingPicture {
  /** Loudness of equal parts, 0 to 100, with commas between; empty where the browser cannot read the recording. */
  peaks: string
  /** Empty where it is not known. */
  seconds: string
}

// What is longer is no preview, and would fill the memory of a phone.
const bytesMost = 60 * 1024 * 1024

/** Reads a recording in the browser, before it is sent. It plays also without a picture, so no fault is made of one that cannot be read. */
export async function pictureRecording(file: File): Promise<RecordingPicture> {
  if (file.size > bytesMost) return { peaks: '', seconds: '' }
  try {
    // A low rate is enough for a picture and keeps memory small.
    const decoded = await new OfflineAudioContext(1, 1, 8000).decodeAudioData(await file.arrayBuffer())
    const peaks = computePeaks(decoded.getChannelData(0)).map((peak) => Math.round(peak * 100))
    return { peaks: peaks.join(','), seconds: String(Math.max(1, Math.round(decoded.duration))) }
  } catch {
    return { peaks: '', seconds: '' }
  }
}
