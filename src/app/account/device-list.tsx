import { Laptop, Smartphone } from 'lucide-react'
import { currentLocale } from '#platform/i18n/locale.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Icon } from '#ui/icon.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { When } from '#ui/when.tsx'
import { ownAccountWords } from '../words/own-account-words.ts'

/** A browser in which somebody is signed in. */
export interface Device {
  id: string
  name: string
  isPhone: boolean
  /** The network address of the sign-in. */
  address: string | null
  startedAt: string
  /** When it was last used, in words. */
  seen: string
  isCurrent: boolean
  /** The schools' own domains on which it is signed in too. */
  domains: string[]
}

/** Where one is signed in, each with the way to end it. */
export function DeviceList({ devices }: { devices: Device[] }) {
  const words = ownAccountWords()
  return (
    <Rows label={words.devices}>
      {devices.map((device) => (
        <Row
          key={device.id}
          start={<Icon of={device.isPhone ? Smartphone : Laptop} size="lg" className="text-ink-3" />}
          title={device.name}
          text={
            <>
              {device.isCurrent ? null : <span className="block">{words.lastSeen(device.seen)}</span>}
              <span className="block">
                {words.signedIn}{' '}<When iso={device.startedAt} zone="UTC" locale={currentLocale()} show="day" />
                {device.address ? words.fromNetwork(device.address) : ''}
              </span>
              {device.domains.length > 0 ? <span className="block wrap-anywhere">{words.alsoOn(device.domains.join(', '))}</span> : null}
            </>
          }
          end={device.isCurrent ? <Chip tone="good">{words.thisDevice}</Chip> : <EndForm device={device} />}
        />
      ))}
    </Rows>
  )
}

function EndForm({ device: { id, name } }: { device: Device }) {
  const words = ownAccountWords()
  return (
    <form method="post">
      <input type="hidden" name="intent" value="end" />
      <input type="hidden" name="session" value={id} />
      <Button type="submit" size="sm" aria-label={words.signOutDevice(name)}>
        {words.signOut}
      </Button>
    </form>
  )
}
