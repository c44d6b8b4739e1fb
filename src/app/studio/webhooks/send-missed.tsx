import { webhookPageWords } from '#modules/webhooks/ui/words/webhook-page-words.ts'
import { Button } from '#ui/button.tsx'
import { SectionHeader } from '#ui/page-header.tsx'
import { RadioCards } from '#ui/radio-cards.tsx'

const hourWords = (): Record<number, string> => ({ 1: webhookPageWords().lastHour, 24: webhookPageWords().lastDay, 168: webhookPageWords().last7Days, 720: webhookPageWords().allKept })

type SendMissedProps = {
  missed: readonly { hours: number; count: number }[]
  isOn: boolean
  error: string | undefined
}

/** Sends again what failed or was held, as far back as one chooses; each choice says how much that is. */
export function SendMissed({ missed, isOn, error }: SendMissedProps) {
  const words = webhookPageWords()
  const most = missed.at(-1)?.count ?? 0
  if (most === 0) return null

  return (
    <section className="mt-12 border-t pt-6">
      <SectionHeader title={words.sendMissed} />
      <p className="text-[0.9375rem] text-ink-2">
        {most === 1 ? words.oneMessageHas : words.messagesHave(most)}{' '}{words.missedText}
        {isOn ? '' : words.switchOnFirst}
      </p>
      {isOn ? (
        <form method="post" className="mt-5 grid gap-5">
          <RadioCards
            label={words.howFarBack}
            name="hours"
            columns={2}
            error={error}
            defaultValue={String(missed.find(({ count }) => count > 0)?.hours)}
            choices={missed.map(({ hours, count }) => ({ value: String(hours), label: hourWords()[hours] ?? words.hours(hours), hint: count === 1 ? words.oneMessage : words.messages(count) }))}
          />
          <Button type="submit" name="intent" value="send-missed" className="justify-self-start">
            {words.sendAgain}
          </Button>
        </form>
      ) : null}
    </section>
  )
}
