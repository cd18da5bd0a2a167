import { onTestFinished } from 'vitest'
import { cscServer, type Service, type ServiceWish } from './csc-server.ts'

/** {@link cscServer} for the length of a test. */
export async function cscService(wish: ServiceWish): Promise<Service> {
  const service = await cscServer(wish)
  onTestFinished(service.close)
  return service
}
