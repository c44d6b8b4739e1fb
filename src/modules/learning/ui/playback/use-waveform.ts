import { useEffect, useState } from 'react'
import { computePeaks } from '#ui/peaks.ts'

/**
 * The loudness of a recording, computed in the browser; null until it is known, and for good when there is no address,
 * data is being saved, or the browser cannot read it.
 */
export function useWaveform(src: string | null): number[] | null {
  const [peaks, setPeaks] = useState<number[] | null>(null)
  useEffect(() => {
    if (!src || savesData()) return undefined

    const stop = new AbortController()
    readPeaks(src, stop.signal).then(
      (found) => stop.signal.aborted || setPeaks(found),
      // The plain bar does all that the waveform does.
      () => {},
    )
    return () => stop.abort()
  }, [src])
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
