import { useEffect, useState } from 'react'
import { computePeaks } from './peaks.ts'

/** Larger files would be loaded a second time for a picture. */
const bytesMax = 12_000_000

/**
 * The loudness of a recording, computed in the browser; null until it is known, and for good when the file is large,
 * data is being saved, or the browser cannot read it.
 */
export function useWaveform(media: { src: string; sizeBytes: number }): number[] | null {
  const { src, sizeBytes } = media
  const [peaks, setPeaks] = useState<number[] | null>(null)
  useEffect(() => {
    if (sizeBytes > bytesMax || savesData()) return undefined

    const stop = new AbortController()
    readPeaks(src, stop.signal).then(
      (found) => stop.signal.aborted || setPeaks(found),
      // The plain bar does all that the waveform does.
      () => {},
    )
    return () => stop.abort()
  }, [src, sizeBytes])
  return peaks
}

async function readPeaks(src: string, signal: AbortSignal): Promise<number[]> {
  const response = await fetch(src, { signal })
  const bytes = await response.arrayBuffer()
  // A low rate is enough for a picture and keeps memory small.
  const decoded = await new OfflineAudioContext(1, 1, 8000).decodeAudioData(bytes)
  return computePeaks(decoded.getChannelData(0))
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } }
  return connection?.saveData === true
}
