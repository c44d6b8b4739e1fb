import { startS3Emulator } from './start-s3-emulator.ts'

const { PORT = '9000', S3_EMULATOR_DIR = '.data/s3', S3_BUCKET = 'coursecove', S3_EMULATOR_ORIGINS = '*' } = process.env
try {
  const emulator = await startS3Emulator({ port: Number(PORT), directory: S3_EMULATOR_DIR, bucket: S3_BUCKET, origins: S3_EMULATOR_ORIGINS.split(',') })
  const stop = () => void emulator.close().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  console.log(`s3 emulator listening on ${emulator.url}, bucket ${S3_BUCKET}, keys ${emulator.keys.accessKeyId}/${emulator.keys.secretAccessKey}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
