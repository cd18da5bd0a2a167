import Big from 'big.js'
import type { FigureKind } from '#editor/core/figure.ts'
import type { GivenFigure } from '../write-observations/write-observations.ts'
import { type Datum, datum, type Kpi, kpi, municipality } from './answers.ts'
import { type KoladaClient, MAX_IDS, PER_PAGE } from './client.ts'
import { KoladaError } from './errors.ts'
import type { KoladaSettings } from './settings.ts'

export interface FetchedKolada {
  /** What Kolada says of the indicators that it has; those that are asked for and not here are gone, or never were. */
  kpis: Kpi[]
  figures: GivenFigure[]
  /** The paths that were asked. */
  query: string
}

/** Requests made, of how many. */
export type OnKoladaProgress = (done: number, total: number) => void

export interface KoladaQuestion {
  settings: KoladaSettings
  /** Calendar year that is the last. */
  lastYear: number
  /** ISO date: only what has changed since; without it, everything. */
  since?: string | undefined
  onProgress?: OnKoladaProgress | undefined
}

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))

export const indicatorIdOf = (kpiId: string): string => `kolada/${kpiId.toLowerCase()}`

/** Names of the municipality, region or group. @throws KoladaError where Kolada has none */
async function placeName(client: KoladaClient, id: string): Promise<string> {
  const path = id.startsWith('G') ? 'municipality_groups' : 'municipality'
  const [found] = (await client.values(`/${path}/${id}`, municipality)).filter(one => one.id === id)
  if (!found) throw new KoladaError('kolada-unknown-municipality')
  return found.title
}

const SUPPRESSED = /priv|sekret|suppress|dold|hidden/i

function figuresOf(data: Datum, kinds: ReadonlyMap<string, { kind: FigureKind; note: string | null }>): GivenFigure[] {
  const place = kinds.get(data.municipality)
  if (!place) throw new KoladaError('kolada-broken')
  return data.values.map(({ gender, value, status, isdeleted }) => ({
    indicatorId: indicatorIdOf(data.kpi),
    kind: place.kind,
    period: String(data.period),
    gender,
    value: value === null || isdeleted ? null : new Big(value).toFixed(),
    numerator: null,
    denominator: null,
    status: value !== null && !isdeleted ? 'final' : SUPPRESSED.test(status ?? '') ? 'suppressed' : 'missing',
    note: place.note,
    onlyReplaces: isdeleted === true,
  }))
}

/**
 * Everything that the settings ask for, from Kolada; nothing is stored here.
 * @throws KoladaError
 */
export async function fetchKolada(
  client: KoladaClient,
  { settings, lastYear, since, onProgress }: KoladaQuestion,
): Promise<FetchedKolada> {
  const { municipality: own, comparison, kpis: ids } = settings
  const years = Array.from({ length: settings.years }, (_, index) => lastYear - settings.years + 1 + index)
  const groups = chunks(ids, MAX_IDS)
  const spans = chunks(years, MAX_IDS)
  const total = 1 + groups.length * (1 + spans.length)
  let done = 0
  const step = (): void => onProgress?.(++done, total)

  const places = new Map<string, { kind: FigureKind; note: string | null }>()
  await placeName(client, own)
  if (comparison && comparison !== own)
    places.set(comparison, { kind: 'comparison', note: await placeName(client, comparison) })
  places.set(own, { kind: 'result', note: null })
  step()

  const kpis: Kpi[] = []
  const found = new Map<string, GivenFigure>()
  const paths: string[] = []
  for (const group of groups) {
    const known = (await client.values(`/kpi/${group.join(',')}`, kpi)).filter(({ id }) => group.includes(id))
    kpis.push(...known)
    step()
    for (const span of spans) {
      if (known.length) {
        const asked = `/data/kpi/${known.map(({ id }) => id).join(',')}/municipality/${[...places.keys()].join(',')}/year/${span.join(',')}`
        const path = `${asked}?${since ? `from_date=${since}&` : ''}per_page=${PER_PAGE}`
        paths.push(path)
        for (const data of await client.values(path, datum)) {
          if (!known.some(({ id }) => id === data.kpi)) throw new KoladaError('kolada-broken')
          // A page that moved while the next was read may tell a figure twice; the later one is newer.
          for (const one of figuresOf(data, places))
            found.set(`${one.indicatorId}|${one.kind}|${one.period}|${one.gender}`, one)
        }
      }
      step()
    }
  }
  return { kpis, figures: [...found.values()], query: paths.join('\n') }
}
