import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

export const de: Shape<typeof en> = {
  title: 'API-Referenz',
  reference: 'Referenz',
  text: 'Was Ihre Programme fragen können, erzeugt aus dem Dokument, das sie selbst lesen.',
  document: 'OpenAPI-Dokument (englisch)',
  inThisReference: 'In dieser Referenz',
  howToAsk: 'So wird gefragt',
  theApiIsAt: (address) => `Die API ist unter \`${address}\` zu erreichen. Senden Sie den Schlüssel mit jeder Anfrage mit, als \`Authorization: Bearer cove_…\`. Antworten sind JSON: Was gefragt war, steht unter \`data\`.`,
  lists: 'Listen kommen zu je 50. Senden Sie `nextCursor` als `after`, um die nächste Seite zu bekommen; auf der letzten ist es null.',
  sentAgain: (perMinute) => `Ein POST mit einem eigenen \`Idempotency-Key\` lässt sich 24 Stunden lang noch einmal senden: Ausgeführt wird er nur einmal, und es gibt die erste Antwort noch einmal. Ein Schlüssel darf ${perMinute} Anfragen je Minute stellen; die Header \`RateLimit\` und \`RateLimit-Policy\` sagen, wie viele übrig sind.`,
  problems: 'Was schiefgeht, wird mit einem Problemdokument (RFC 9457) beantwortet. Sein title ist ein Wort für Programme, sein detail ein Satz für Menschen:',
  refused: 'kein Schlüssel, oder einer, der hier nichts öffnet',
  scopeMissing: 'der Schlüssel darf das nicht',
  notFound: 'das gibt es in dieser Schule nicht',
  invalid: 'ein Feld passt nicht; errors sagt, welches',
  tooMany: 'warten Sie so lange, wie Retry-After sagt',
  scope: 'Scope',
  scopeSays: 'sagt, was ein Schlüssel für eine Adresse dürfen muss.',
  exampleAndAnswers: 'Beispiel und Antworten',
  requestOf: (summary) => `Anfrage: ${summary}`,
  answerOf: (summary) => `Antwort: ${summary}`,
  optional: 'freiwillig',
  or: 'oder',
  places: { path: 'Adresse', query: 'Query', header: 'HTTP-Header', body: 'Body' },
}
