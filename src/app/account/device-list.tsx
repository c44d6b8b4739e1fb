import { Laptop, Smartphone } from 'lucide-react'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Icon } from '#ui/icon.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { When } from '#ui/when.tsx'

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
  return (
    <Rows label="Devices">
      {devices.map((device) => (
        <Row
          key={device.id}
          start={<Icon of={device.isPhone ? Smartphone : Laptop} size="lg" className="text-ink-3" />}
          title={device.name}
          text={
            <>
              {device.isCurrent ? null : <span className="block">Last seen {device.seen}</span>}
              <span className="block">
                Signed in <When iso={device.startedAt} zone="UTC" locale="en-GB" show="day" />
                {device.address ? ` from ${device.address}` : ''}
              </span>
              {device.domains.length > 0 ? <span className="block wrap-anywhere">{`Also on ${device.domains.join(', ')}`}</span> : null}
            </>
          }
          end={device.isCurrent ? <Chip tone="good">This device</Chip> : <EndForm device={device} />}
        />
      ))}
    </Rows>
  )
}

function EndForm({ device: { id, name } }: { device: Device }) {
  return (
    <form method="post">
      <input type="hidden" name="intent" value="end" />
      <input type="hidden" name="session" value={id} />
      <Button type="submit" size="sm" aria-label={`Sign out ${name}`}>
        Sign out
      </Button>
    </form>
  )
}
