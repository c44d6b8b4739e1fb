import { describe, expect, it } from 'vitest'
import { planRuns } from './next-run.ts'

describe('the crontab', () => {
  it('says when each job comes next, the soonest first, and never the minute that runs already', () => {
    const planned = planRuns(['17 3 * * * at-night', '*/5 * * * * each-five', '* * * * * each-minute', '0 0 29 2 * on-leap-day'], new Date('2027-03-01T03:17:20Z'))
    expect(planned.map(({ task, nextRunAt }) => `${task} ${nextRunAt.toISOString()}`)).toEqual([
      'each-minute 2027-03-01T03:18:00.000Z',
      'each-five 2027-03-01T03:20:00.000Z',
      'at-night 2027-03-02T03:17:00.000Z',
      'on-leap-day 2028-02-29T00:00:00.000Z',
    ])
  })
})
