const ranges = [[0, 59], [0, 23], [1, 31], [1, 12], [0, 6]] as const

/**
 * Whether a line of five fields names this minute, in UTC. Numbers, `*`, lists, ranges and steps are understood.
 * @throws Error for a line that is none
 */
export function isCronMinute(line: string, at: Date): boolean {
  const fields = line.replace(/^(CRON_)?TZ=UTC\s+/, '').trim().split(/\s+/)
  if (fields.length !== 5) throw new Error(`"${line}" is no line of a crontab with five fields, in UTC`)
  const now = [at.getUTCMinutes(), at.getUTCHours(), at.getUTCDate(), at.getUTCMonth() + 1, at.getUTCDay()]
  const [minute, hour, day, month, weekday] = fields.map((field, index) => allowed(field, ranges[index] ?? [0, 0]).has(now[index] ?? -1))
  // Where day and weekday are both given, either will do.
  const isDay = fields[2] === '*' || fields[4] === '*' ? day && weekday : day || weekday
  return Boolean(minute && hour && month && isDay)
}

function allowed(field: string, [least, most]: readonly [number, number]): Set<number> {
  const numbers = new Set<number>()
  for (const part of field.split(',')) {
    const found = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part)
    if (!found) throw new Error(`"${part}" is no field of a crontab`)
    const from = found[1] === undefined ? least : Number(found[1])
    const to = found[1] === undefined ? most : Number(found[2] ?? (found[3] ? most : from))
    for (let number = from; number <= to; number += Number(found[3] ?? 1)) numbers.add(number === 7 && most === 6 ? 0 : number)
  }
  return numbers
}
