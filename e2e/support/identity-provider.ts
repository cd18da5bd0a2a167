import type { Server } from 'node:http'
import Provider from 'oidc-provider'

export interface IdentityProvider {
  issuer: string
  close(): void
}

/** A real OpenID Connect provider on loopback. Whatever name is typed at its sign-in page becomes the subject. */
export async function startIdentityProvider(port: number, redirectUri: string): Promise<IdentityProvider> {
  const issuer = `http://localhost:${port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'samskrift', client_secret: 'hemlighet-for-prov', redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ sub, name: `Användare ${sub}`, email: `${sub}@exempel.se` }),
    }),
    cookies: { keys: ['nyckel-for-prov'] },
  })
  const server = await new Promise<Server>(resolve => {
    const listening = provider.listen(port, '127.0.0.1', () => resolve(listening))
  })
  return {
    issuer,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
