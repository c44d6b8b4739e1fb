import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from '@react-email/components'
import type { ReactNode } from 'react'
import { directionOf } from '#platform/i18n/languages.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { mailColours, type MailColours } from './mail-colours.ts'
import { letterWords } from './words/letter-words.ts'

/** Whose mail it is: name and colour of a school. */
export interface MailSchool {
  name: string
  brandColour: string
}

/** What a mail says. Paragraphs are plain text; one action at most. */
export interface SchoolMailContent {
  /** Null for mail of the installation itself. */
  school: MailSchool | null
  heading: string
  paragraphs: readonly string[]
  action?: { label: string; url: string }
  /** Facts by name, such as the lines of a receipt; figures stand at the end. */
  rows?: readonly { term: string; value: string }[]
  /** The quiet line at the foot: why this mail came. */
  footer?: string
}

const sans = "Inter, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
const serif = "Fraunces, Georgia, 'Times New Roman', serif"

/** One calm column in the school's colour: what happened, what to do, why this came. */
export function SchoolMail({ school, heading, paragraphs, action, rows, footer }: SchoolMailContent) {
  const colours = mailColours(school?.brandColour)
  const text = { fontFamily: sans, fontSize: '16px', lineHeight: '25px', color: colours.ink, margin: '0 0 16px' }
  return (
    <Html lang={currentLocale()} dir={directionOf(currentLocale())}>
      <Head>
        <title>{heading}</title>
        <meta name="color-scheme" content="light" />
      </Head>
      <Preview>{paragraphs[0] ?? heading}</Preview>
      <Body style={{ margin: 0, backgroundColor: colours.paper }}>
        <Container style={{ maxWidth: '520px', margin: '0 auto', padding: '40px 20px 48px' }}>
          <Text style={{ ...text, margin: '0 0 40px', fontFamily: serif, fontSize: '19px', color: colours.brandInk }}>{school?.name ?? 'CourseCove'}</Text>
          <Heading as="h1" style={{ fontFamily: serif, fontWeight: 500, fontSize: '28px', lineHeight: '34px', letterSpacing: '-0.01em', color: colours.ink, margin: '0 0 20px' }}>
            {heading}
          </Heading>
          {paragraphs.map((paragraph, index) => (
            <Text key={index} style={text}>
              {paragraph}
            </Text>
          ))}
          {rows && rows.length > 0 ? <FactRows rows={rows} colours={colours} /> : null}
          {action ? <Action action={action} colours={colours} /> : null}
          <Foot colours={colours}>{footer ?? (school ? letterWords().fromSchool(school.name) : letterWords().fromInstallation)}</Foot>
        </Container>
      </Body>
    </Html>
  )
}

function Action({ action, colours }: { action: { label: string; url: string }; colours: MailColours }) {
  return (
    <Section style={{ padding: '12px 0 8px' }}>
      <Button
        href={action.url}
        style={{ backgroundColor: colours.brand, color: colours.onBrand, fontFamily: sans, fontSize: '16px', fontWeight: 600, borderRadius: '10px', padding: '13px 22px', textDecoration: 'none' }}
      >
        {action.label}
      </Button>
      <Text style={{ fontFamily: sans, fontSize: '13px', lineHeight: '20px', color: colours.quiet, margin: '20px 0 0' }}>
        {letterWords().ifNothing}
        <br />
        <Link href={action.url} style={{ color: colours.quiet, wordBreak: 'break-all' }}>
          {action.url}
        </Link>
      </Text>
    </Section>
  )
}

function FactRows({ rows, colours }: { rows: readonly { term: string; value: string }[]; colours: MailColours }) {
  const cell = { fontFamily: sans, fontSize: '15px', lineHeight: '22px', padding: '10px 0', borderTop: `1px solid ${colours.line}` }
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ margin: '8px 0 20px', borderBottom: `1px solid ${colours.line}` }}>
      <tbody>
        {rows.map(({ term, value }) => (
          <tr key={term}>
            <td style={{ ...cell, color: colours.quiet }}>{term}</td>
            <td align="right" style={{ ...cell, color: colours.ink }}>
              {value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Foot({ children, colours }: { children: ReactNode; colours: MailColours }) {
  return (
    <>
      <Hr style={{ borderColor: colours.line, margin: '40px 0 16px' }} />
      <Text style={{ fontFamily: sans, fontSize: '13px', lineHeight: '20px', color: colours.quiet, margin: 0 }}>{children}</Text>
    </>
  )
}
