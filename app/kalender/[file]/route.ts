import { readFeed } from '#server/calendar/read-feed.ts'
import { readEnv } from '#server/env.ts'
import { services } from '#server/services.ts'

const FILE = /^([A-Za-z0-9_-]{43})\.ics$/

/** For calendars, which cannot sign in: who has the address may read. Its secret is never logged. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const secret = FILE.exec((await params).file)?.[1]
  const text = secret ? await readFeed(services(), secret, { publicUrl: readEnv().publicUrl }) : null
  if (text === null) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="samskrift.ics"',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
    },
  })
}
