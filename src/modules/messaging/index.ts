export { queueMail, type NewMail } from './mail/queue-mail.queries.ts'
