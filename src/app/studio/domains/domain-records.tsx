import { domainWords } from '#modules/tenancy/ui/words/domain-words.ts'
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
  const words = domainWords()
  const isBare = domain.host.split('.').length === 2
  return (
    <section className="mt-9">
      <SectionHeader title={words.recordsToSet} />
      <p className="text-[0.9375rem] text-ink-2">{words.whereToSet}</p>
      <ol className="mt-5 grid gap-8">
        <Record number={1} type="TXT" why={words.saysYours}>
          <CopyField label={words.name} value={domain.record.name} />
          <CopyField label={words.value} value={domain.record.value} />
        </Record>
        <Record number={2} type={isBare ? 'A' : 'CNAME'} why={isBare ? words.leadsToInstallation : words.leadsToSchool}>
          <CopyField label={words.name} value={domain.host} />
          {isBare && addresses.length > 0 ? addresses.map((address) => <CopyField key={address} label={address.includes(':') ? words.valueAaaa : words.value} value={address} />) : <CopyField label={isBare ? words.valueAlias : words.value} value={subdomain} />}
        </Record>
      </ol>
    </section>
  )
}

function Record({ number, type, why, children }: { number: number; type: string; why: string; children: React.ReactNode }) {
  return (
    <li className="grid gap-4 border-t pt-4">
      <p className="text-[0.9375rem]">
        <span className="tabular-nums text-ink-3">{number}.</span> <strong className="font-semibold">{domainWords().recordOf(type)}</strong> <span className="text-ink-2">{why}</span>
      </p>
      <div className="grid gap-4 sm:grid-cols-2">{children}</div>
    </li>
  )
}
