/** What a file may be for; kept equal to the check in the database by a test. */
export const filePurposes = ['video', 'audio', 'pdf', 'file', 'image'] as const
export type FilePurpose = (typeof filePurposes)[number]

/** A kind of file that this module recognises by its bytes. */
export interface MediaKind {
  mediaType: string
  /** What its storage key ends in. */
  ending: string
  purpose: Exclude<FilePurpose, 'file'>
}

/** Everything a browser may show by itself; all else is only ever downloaded. */
export const mediaKinds: readonly MediaKind[] = [
  { mediaType: 'video/mp4', ending: 'mp4', purpose: 'video' },
  { mediaType: 'video/webm', ending: 'webm', purpose: 'video' },
  { mediaType: 'video/quicktime', ending: 'mov', purpose: 'video' },
  { mediaType: 'audio/mpeg', ending: 'mp3', purpose: 'audio' },
  { mediaType: 'audio/mp4', ending: 'm4a', purpose: 'audio' },
  { mediaType: 'audio/wav', ending: 'wav', purpose: 'audio' },
  { mediaType: 'audio/ogg', ending: 'ogg', purpose: 'audio' },
  { mediaType: 'audio/flac', ending: 'flac', purpose: 'audio' },
  { mediaType: 'application/pdf', ending: 'pdf', purpose: 'pdf' },
  { mediaType: 'image/png', ending: 'png', purpose: 'image' },
  { mediaType: 'image/jpeg', ending: 'jpg', purpose: 'image' },
  { mediaType: 'image/webp', ending: 'webp', purpose: 'image' },
  { mediaType: 'image/gif', ending: 'gif', purpose: 'image' },
  { mediaType: 'image/avif', ending: 'avif', purpose: 'image' },
]

/** The type to serve a storage key's ending under; null when it is only ever downloaded. */
export function mediaTypeOfEnding(ending: string | null): string | null {
  return mediaKinds.find((kind) => kind.ending === ending)?.mediaType ?? null
}
