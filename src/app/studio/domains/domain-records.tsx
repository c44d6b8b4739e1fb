import { CopyField } from '#ui/copy-field.tsx'
import { SectionHeader } from '#ui/page-header.tsx'
import type { DomainView } from './domain-views.ts'

type DomainRecordsProps = {
  domain: DomainView
  /** Without port, as the DNS knows it. */
  subdomain: string
  /** Of this installation; empty where they could not be found. */
  addresses: readonly string[]
}

/** The two records that make a domain the school's: one says whose it is, the other leads here. */
export function DomainRecordsToSet({ domain, subdomain, addresses }: DomainRecordsProps) {
  // A domain itself, unlike a name under it, can hardly ever have a CNAME.
  const isBare = domain.host.split('.').length === 2
  return (
    <section className="mt-9">
      <SectionHeader title="Records to set" />
      <p className="text-[0.9375rem] text-ink-2">Set them where the DNS of the domain is kept, often where you bought it.</p>
      <ol className="mt-5 grid gap-8">
        <Record number={1} type="TXT" why="says that the domain is yours. Leave it there: it is looked for again every hour.">
          <CopyField label="Name" value={domain.record.name} />
          <CopyField label="Value" value={domain.record.value} />
        </Record>
        <Record number={2} type={isBare ? 'A' : 'CNAME'} why={isBare ? 'leads to this installation. If your provider offers ALIAS or ANAME, take that with the name below instead.' : 'leads to your school here.'}>
          <CopyField label="Name" value={domain.host} />
          {isBare && addresses.length > 0 ? addresses.map((address) => <CopyField key={address} label={address.includes(':') ? 'Value (AAAA)' : 'Value'} value={address} />) : <CopyField label={isBare ? 'Value (ALIAS or ANAME)' : 'Value'} value={subdomain} />}
        </Record>
      </ol>
    </section>
  )
}

function Record({ number, type, why, children }: { number: number; type: string; why: string; children: React.ReactNode }) {
  return (
    <li className="grid gap-4 border-t pt-4">
      <p className="text-[0.9375rem]">
        <span className="tabular-nums text-ink-3">{number}.</span> <strong className="font-semibold">{type} record</strong> <span className="text-ink-2">{why}</span>
      </p>
      <div className="grid gap-4 sm:grid-cols-2">{children}</div>
    </li>
  )
}
