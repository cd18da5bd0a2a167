import { decode, encode } from 'next-auth/jwt'

const NAME = 'next-auth.session-token'
// The secure one first: where both exist, the plain one is a leftover from plain HTTP.
const NAMES = [`__Secure-${NAME}`, NAME]
/** A working day, and a little more. */
const MAX_AGE_SECONDS = 12 * 60 * 60

export interface Session {
  userId: string
}

/** Who the session cookie of next-auth 4 (an encrypted JWT, possibly in chunks) speaks for; null if nobody, or no more. */
export async function readSession(cookieHeader: string | undefined, secret: string): Promise<Session | null> {
  const cookies = parseCookies(cookieHeader ?? '')
  for (const name of NAMES) {
    const token = joinChunks(cookies, name)
    if (token === null) continue
    try {
      const claims = await decode({ token, secret })
      if (claims?.sub) return { userId: claims.sub }
    } catch {
      // Expired, forged or of another secret: as if it were not there.
    }
  }
  return null
}

/** The cookie that next-auth would set after a login, for the command line and for tests. */
export async function createSessionCookie(userId: string, secret: string): Promise<{ name: string; value: string }> {
  return { name: NAME, value: await encode({ token: { sub: userId }, secret, maxAge: MAX_AGE_SECONDS }) }
}

/** RFC 6265: the first of several cookies with one name has the most specific path. */
function parseCookies(header: string): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=')
    if (equals < 0) continue
    const name = pair.slice(0, equals).trim()
    const value = pair.slice(equals + 1).trim()
    if (!cookies.has(name)) cookies.set(name, decoded(value))
  }
  return cookies
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** next-auth cuts a token that is larger than a cookie may be into `name.0`, `name.1` … */
function joinChunks(cookies: Map<string, string>, name: string): string | null {
  const whole = cookies.get(name)
  if (whole !== undefined) return whole
  let token = ''
  for (let chunk = 0; ; chunk += 1) {
    const part = cookies.get(`${name}.${chunk}`)
    if (part === undefined) return token === '' ? null : token
    token += part
  }
}
