/** What leaving would do, in figures. */
export interface LeavingFigures {
  courses: number
  lessons: number
  /** Which the books keep. */
  orders: number
  /** The schools that would be left without an owner. */
  onlyOwnerOf: string[]
}
