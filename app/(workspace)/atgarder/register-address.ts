import { type MeasureFilter, measureFilter } from '#server/measures/measure-filter.ts'

/** Names in the address, in Swedish since people see and share them. */
const NAMES = {
  search: 'sok',
  boardId: 'namnd',
  role: 'roll',
  due: 'klart',
  status: 'status',
  templateKey: 'typ',
  reportId: 'rapport',
  page: 'sida',
} satisfies Record<keyof MeasureFilter, string>

export type RegisterParams = Record<string, string | string[] | undefined>

/** What the address asks for; what is not understood of it is left out. */
export const readFilter = (params: RegisterParams): MeasureFilter =>
  measureFilter.parse(
    Object.fromEntries(Object.entries(NAMES).flatMap(([key, name]) => (params[name] ? [[key, params[name]]] : []))),
  )

/** `?sok=rutin&sida=2`; empty where nothing is asked for. */
export function filterQuery(filter: MeasureFilter): string {
  const params = new URLSearchParams()
  for (const [key, name] of Object.entries(NAMES)) {
    const value = filter[key as keyof MeasureFilter]
    if (value && !(key === 'page' && value === 1)) params.set(name, String(value))
  }
  const query = params.toString()
  return query && `?${query}`
}

export const fieldName = (key: keyof MeasureFilter): string => NAMES[key]
