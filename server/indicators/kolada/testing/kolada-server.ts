import type { IncomingMessage, ServerResponse } from 'node:http'
import { type LocalServer, localServer } from '../../../outbound/testing/local-server.ts'

export interface ServedValue {
  kpi: string
  municipality: string
  period: number
  gender: 'T' | 'K' | 'M'
  value: number | null
  status?: string
  isdeleted?: boolean
  /** ISO date; old where it does not say. */
  changed?: string
}

export interface KoladaServer extends LocalServer {
  kpis: { id: string; title: string; description?: string; is_divided_by_gender?: boolean; operating_area?: string }[]
  municipalities: { id: string; title: string }[]
  values: ServedValue[]
  /** Smaller pages than are asked for. */
  pageSize: number
  /** Paths that were asked for, with their parameters. */
  asked: string[]
  /** Answers instead, where it says that it did. */
  instead: (request: IncomingMessage, response: ServerResponse) => boolean
}

const MAX_IDS = 25

/** Kolada's API v3 as it is documented, on this machine: metadata, data by year, pages, deltas, 25 ids per part of a path. */
export async function koladaServer(): Promise<KoladaServer> {
  const server = (await localServer((request, response) => {
    const url = new URL(request.url ?? '', server.url)
    server.asked.push(`${url.pathname}${url.search}`.replace('/v3', ''))
    if (server.instead(request, response)) return
    const json = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const parts = url.pathname.replace(/^\/v3\//, '').split('/')
    if (parts.some(part => part.split(',').length > MAX_IDS)) return json(400, { detail: 'Too many ids' })
    const rows = answerTo(server, parts, url.searchParams.get('from_date'))
    if (!rows) return json(404, { detail: 'Not Found' })
    const page = Number(url.searchParams.get('page') ?? 1)
    const size = Math.min(Number(url.searchParams.get('per_page') ?? 5000), server.pageSize)
    const more = rows.length > page * size
    url.searchParams.set('page', String(page + 1))
    json(200, {
      count: rows.length,
      values: rows.slice((page - 1) * size, page * size),
      ...(more && { next_url: url.href }),
    })
  })) as KoladaServer
  return Object.assign(server, {
    url: `${server.url}/v3`,
    kpis: [],
    municipalities: [
      { id: '0482', title: 'Flen' },
      { id: '0000', title: 'Riket' },
    ],
    values: [],
    pageSize: 5000,
    asked: [],
    instead: () => false,
  })
}

function answerTo(server: KoladaServer, parts: string[], since: string | null): unknown[] | null {
  const [what, first, ids = '', , places = '', , years = ''] = parts
  const list = (text: string): string[] => text.split(',')
  if (what === 'kpi') return server.kpis.filter(({ id }) => list(first ?? '').includes(id))
  if (what === 'municipality') return server.municipalities.filter(({ id }) => list(first ?? '').includes(id))
  if (what !== 'data') return null
  const found = server.values.filter(
    one =>
      list(ids).includes(one.kpi) &&
      list(places).includes(one.municipality) &&
      list(years).includes(String(one.period)) &&
      (!since || (one.changed ?? '2000-01-01') >= since),
  )
  const groups = new Map<string, ServedValue[]>()
  for (const one of found) {
    const key = `${one.kpi} ${one.municipality} ${one.period}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].map(same => ({
    kpi: same[0]?.kpi,
    municipality: same[0]?.municipality,
    period: same[0]?.period,
    values: same.map(({ gender, value, status = '', isdeleted = false }) => ({
      gender,
      value,
      status,
      isdeleted,
      count: 1,
    })),
  }))
}
