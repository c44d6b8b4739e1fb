/** Where a page of courses ends: their order is by position, then by id. */
export interface CoursePlace {
  position: number
  id: string
}

/** @returns null for anything that is no cursor: the list then begins at its beginning */
export function readCursor(cursor: string | null | undefined): CoursePlace | null {
  const found = /^(\d{1,9})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor ?? '')
  return found ? { position: Number(found[1]), id: found[2] ?? '' } : null
}

export function writeCursor(place: CoursePlace | undefined): string | null {
  return place ? `${place.position}.${place.id}` : null
}
