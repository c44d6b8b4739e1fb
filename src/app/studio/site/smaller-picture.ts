/** The longest side that a page shows, on a screen with two dots for each pixel. */
const longestSide = 2400
/** Below it a picture is sent as it is. */
const smallBytes = 300_000

/**
 * A picture no larger than a page can show, as WebP, and without what a camera writes into it, such as the place. One
 * that is small already, that moves, or that the browser cannot draw is given back as it is.
 */
export async function smallerPicture(file: File): Promise<File> {
  if (file.size <= smallBytes || file.type === 'image/gif') return file
  try {
    const drawn = await createImageBitmap(file)
    const scale = Math.min(1, longestSide / Math.max(drawn.width, drawn.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(drawn.width * scale)
    canvas.height = Math.round(drawn.height * scale)
    canvas.getContext('2d')?.drawImage(drawn, 0, 0, canvas.width, canvas.height)
    drawn.close()
    const smaller = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', 0.84))
    return smaller && smaller.size < file.size ? new File([smaller], `${file.name.replace(/\.[^.]*$/, '')}.webp`, { type: smaller.type }) : file
  } catch {
    // What is no picture is told by the server, which looks at the bytes.
    return file
  }
}
