import { expect, it } from 'vitest'
import { BadEnvironment, readConfig } from './config.ts'

const read = (environment: Record<string, string>) => readConfig({ DATABASE_URL: 'postgres://localhost/x', APP_SECRET: 'x'.repeat(32), ...environment }).s3
const keys = { S3_ACCESS_KEY_ID: 'AKIA', S3_SECRET_ACCESS_KEY: 'secret' }

it('without a bucket, or with the placeholders of a guide, files are kept in the data folder', () => {
  expect(read({})).toBeNull()
  expect(read({ S3_BUCKET: 'your-bucket', S3_ACCESS_KEY_ID: 'AKIA...', S3_SECRET_ACCESS_KEY: '…' })).toBeNull()
})

it('a bucket at AWS is a host of its own; one at a store of one’s own stands in the path, unless that is said otherwise', () => {
  expect(read({ S3_BUCKET: 'files', S3_REGION: 'eu-central-1', ...keys })).toMatchObject({ isPathStyle: false, servesDirectly: true, origin: 'https://files.s3.eu-central-1.amazonaws.com' })
  expect(read({ S3_BUCKET: 'files' })).toMatchObject({ region: 'us-east-1', credentials: undefined })
  expect(read({ S3_BUCKET: 'files', S3_ENDPOINT: 'http://127.0.0.1:9000', ...keys })).toMatchObject({ isPathStyle: true, origin: 'http://127.0.0.1:9000' })
  expect(read({ S3_BUCKET: 'files', S3_ENDPOINT: 'https://store.example', S3_PATH_STYLE: 'no', S3_SERVE: 'through', ...keys })).toMatchObject({ isPathStyle: false, servesDirectly: false, origin: 'https://files.store.example' })
})

it.each([
  ['S3_BUCKET: is missing', { ...keys }],
  ['S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY: set both', { S3_BUCKET: 'files', S3_ACCESS_KEY_ID: 'AKIA' }],
  ['S3_ENDPOINT: is an address without a path', { S3_BUCKET: 'files', S3_ENDPOINT: 'https://store.example/files', ...keys }],
])('%s', (sentence, environment) => {
  expect(() => read(environment as Record<string, string>)).toThrow(BadEnvironment)
  expect(() => read(environment as Record<string, string>)).toThrow(sentence)
})
