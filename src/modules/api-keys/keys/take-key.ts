import type { Pool } from 'pg'
import { ApiKeyRefused } from '../errors.ts'
import type { Scope } from '../scope-names.ts'
import { hashSecret } from './api-key-secret.ts'
import { takeKeyByHash } from './take-key.queries.ts'

/** How many requests a key may make in a minute, over all web processes together. */
export const requestsPerMinute = 300

/** A key that asks, and how much it may ask on. */
export interface TakenKey {
  keyId: string
  secretHash: string
  /** In whose name it acts. */
  userId: string
  scopes: readonly Scope[]
  /** Requests left in this minute; below zero for one too many. */
  left: number
  /** Until the minute begins anew. */
  secondsLeft: number
}

/**
 * Knows the key of a request and counts the request.
 *
 * @param pool the pool of the `web` login
 * @param input the school that the host names, and the header `Authorization`
 * @throws ApiKeyRefused for anything that opens nothing here, another school's key among it
 */
export async function takeKey(pool: Pool, input: { organizationId: string; authorization: string | undefined }): Promise<TakenKey> {
  const secret = /^Bearer +(cove_[\w-]{43})$/i.exec(input.authorization ?? '')?.[1]
  if (!secret) throw new ApiKeyRefused('a request to the API without a key, or with what cannot be one')

  const secretHash = hashSecret(secret)
  const found = await takeKeyByHash(pool, { organizationId: input.organizationId, secretHash })
  if (!found) throw new ApiKeyRefused('a request to the API with a key that opens nothing here')
  return { keyId: found.key_id, secretHash, userId: found.made_by, scopes: found.scopes, left: requestsPerMinute - found.used, secondsLeft: found.seconds_left }
}
