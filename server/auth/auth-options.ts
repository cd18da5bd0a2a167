import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { readEnv } from '../env.ts'
import { services } from '../services.ts'
import { demoAuthentication, oidcAuthentication } from './authentication.ts'
import { keepEmail } from './keep-email.ts'
import { loadActorByLogin } from './load-actor.ts'

const SESSION_SECONDS = 12 * 60 * 60

type Provider = NextAuthOptions['providers'][number]

/** Signs in a demo user by login alone; refuses everybody unless the demo is on. */
function demoProvider(): Provider {
  return CredentialsProvider({
    id: 'demo',
    name: 'Demo',
    credentials: { login: { label: 'Användare' } },
    async authorize(credentials) {
      if (!readEnv().demo || !credentials?.login || credentials.login.includes('#')) return null
      const actor = await loadActorByLogin(services().db, credentials.login)
      return actor ? { id: actor.id, name: actor.name } : null
    },
  })
}

/** Entra ID, or any broker of BankID, SITHS or Freja: all are OpenID Connect. */
function oidcProvider(issuer: string, clientId: string, clientSecret: string): Provider {
  return {
    id: 'oidc',
    name: readEnv().OIDC_NAME,
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid profile email' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    clientId,
    clientSecret,
    profile: (claims: { iss: string; sub: string; name?: string; email?: string; email_verified?: boolean }) => ({
      id: `${claims.iss}#${claims.sub}`,
      name: claims.name ?? claims.sub,
      // An address that the issuer says is unproven is nobody's.
      email: claims.email_verified === false ? null : (claims.email ?? null),
    }),
  }
}

/** next-auth's settings, read at each request so that the secret made at start is seen. */
export function authOptions(): NextAuthOptions {
  const env = readEnv()
  const providers: Provider[] = []
  if (env.demo) providers.push(demoProvider())
  if (env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET)
    providers.push(oidcProvider(env.OIDC_ISSUER, env.OIDC_CLIENT_ID, env.OIDC_CLIENT_SECRET))
  return {
    providers,
    secret: env.AUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/logga-in', error: '/logga-in' },
    callbacks: {
      // An identity that the organisation has not given an account gets no session.
      async signIn({ account, user }) {
        return account?.provider === 'oidc' ? (await loadActorByLogin(services().db, user.id)) !== null : true
      },
      async jwt({ token, user, account, profile }) {
        if (!user) return token
        if (account?.provider !== 'oidc')
          return { ...token, sub: user.id, authentication: demoAuthentication(user.id, new Date()) }
        const actor = await loadActorByLogin(services().db, user.id)
        if (actor) await keepEmail(services().db, actor.id, user.email)
        return { ...token, sub: actor?.id, authentication: oidcAuthentication(profile) }
      },
      session: ({ session, token }) => ({
        ...session,
        user: { ...session.user, id: token.sub },
        authentication: token.authentication ?? null,
      }),
    },
  }
}
