import { NO_PARAMS } from './params.ts'
import { route } from './route.ts'

/** The public keys of the instance. Like Clerk's, this address knows no rate limit. */
export const jwksRoutes = [route('GET /v1/jwks', NO_PARAMS, (emulator) => emulator.keys.jwks)]
