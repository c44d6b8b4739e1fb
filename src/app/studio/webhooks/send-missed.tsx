import { Button } from '#ui/button.tsx'
import { SectionHeader } from '#ui/page-header.tsx'
import { RadioCards } from '#ui/radio-cards.tsx'

const hourWords: Record<number, string> = { 1: 'Of the last hour', 24: 'Of the last day', 168: 'Of the last 7 days', 720: 'All that the log keeps' }

type SendMissedProps = {
  missed: readonly { hours: number; count: number }[]
  isOn: boolean
  error: string | undefined
}

/** Sends again what failed or was held, as far back as one chooses; each choice says how much that is. */
export function SendMissed({ missed, isOn, error }: SendMissedProps) {
  const most = missed.at(-1)?.count ?? 0
  if (most === 0) return null

  return (
    <section className="mt-12 border-t pt-6">
      <SectionHeader title="Send again what was missed" />
      <p className="text-[0.9375rem] text-ink-2">
        {most === 1 ? '1 message has' : `${most} messages have`} not got through. Sent again, each keeps its id, so your program can tell whether it knows it already.
        {isOn ? '' : ' Switch the endpoint on first.'}
      </p>
      {isOn ? (
        <form method="post" className="mt-5 grid gap-5">
          <RadioCards
            label="How far back"
            name="hours"
            columns={2}
            error={error}
            defaultValue={String(missed.find(({ count }) => count > 0)?.hours)}
            choices={missed.map(({ hours, count }) => ({ value: String(hours), label: hourWords[hours] ?? `${hours} hours`, hint: count === 1 ? '1 message' : `${count} messages` }))}
          />
          <Button type="submit" name="intent" value="send-missed" className="justify-self-start">
            Send again
          </Button>
        </form>
      ) : null}
    </section>
  )
}
