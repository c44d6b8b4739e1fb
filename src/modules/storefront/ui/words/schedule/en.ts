/** What a timetable says besides its rows. */
export const en = {
  zone: (name: string) => `Time zone: ${name}`,
}
