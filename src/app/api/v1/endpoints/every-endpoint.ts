import type { Endpoint } from '../endpoint.ts'
import { courseEndpoints } from './courses.ts'
import { enrolmentEndpoints } from './enrolments.ts'
import { peopleEndpoints } from './people.ts'
import { salesEndpoints } from './sales.ts'

/** Every address of the API, in the order in which it is told of. */
export const everyEndpoint: readonly Endpoint[] = [...courseEndpoints, ...enrolmentEndpoints, ...peopleEndpoints, ...salesEndpoints]
