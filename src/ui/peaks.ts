/** How many bars a waveform has. */
export const peakCount = 112

/**
 * The loudness of equal parts of a recording, 0 to 1, the loudest part being 1. Root mean square and not the highest
 * sample: it is closer to what one hears.
 *
 * @param samples of one channel
 */
export function computePeaks(samples: Float32Array, count = peakCount): number[] {
  const size = Math.max(1, Math.floor(samples.length / count))
  const levels = Array.from({ length: count }, (_, part) => loudness(samples, part * size, Math.min(samples.length, (part + 1) * size)))
  const loudest = Math.max(...levels, 1e-6)
  return levels.map((level) => level / loudest)
}

function loudness(samples: Float32Array, from: number, to: number): number {
  if (to <= from) return 0

  // Every sample of a long part would take long and show the same.
  const step = Math.max(1, Math.floor((to - from) / 600))
  let sum = 0
  let count = 0
  for (let at = from; at < to; at += step) {
    sum += (samples[at] ?? 0) ** 2
    count += 1
  }
  return Math.sqrt(sum / count)
}
