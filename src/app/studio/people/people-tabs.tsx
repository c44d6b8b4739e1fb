import { Tabs } from '#ui/tabs.tsx'
import { peopleWords } from '../../words/people-words.ts'
import type { PeoplePart } from './people-parts.ts'

/** The ways between the people's pages. */
export function PeopleTabs({ base, current, parts }: { base: string; current: string; parts: readonly PeoplePart[] }) {
  return <Tabs label={peopleWords().partsOfPeople} className="mt-5" tabs={parts.map(({ path, label }) => ({ href: `${base}/studio/people${path}`, label, current: path === current }))} />
}
