import { schoolWords } from './words/school-words.ts'

/** The length of one lesson as a player shows it: 4:10, 1:02:00. */
export function clockLength(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  const two = (value: number) => String(value).padStart(2, '0')

  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

/** The length of many lessons in the reader's words: 48 min, 6 h 20 min. */
export function totalLength(seconds: number): string {
  const words = schoolWords()
  const minutes = Math.max(1, Math.round(seconds / 60))
  if (minutes < 60) return words.minutes(minutes)

  const rest = minutes % 60
  const hours = words.hours(Math.floor(minutes / 60))
  return rest === 0 ? hours : `${hours} ${words.minutes(rest)}`
}

/** One lesson, 42 lessons. */
export function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`
}
