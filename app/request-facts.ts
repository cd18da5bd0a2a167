import { headers } from 'next/headers'
import { ADDRESS_HEADER } from '#server/client-address.ts'
import type { RequestFacts } from '#server/signing/request-facts.ts'
import { currentAuthentication } from './session.ts'

/** What the server knows of the request at hand, for the evidence. */
export async function requestFacts(): Promise<RequestFacts> {
  const address = (await headers()).get(ADDRESS_HEADER)
  return { ip: address || null, authentication: await currentAuthentication() }
}
