import type { FigureKind, FigureRef, Goal, Indicator, Passport, Unit } from './figure.ts'
import { formatInstant } from './format-date.ts'
import { periodName } from './period.ts'
import { sourceName } from './source-name.ts'

const UNITS: Record<Unit, string> = {
  percent: 'procent',
  count: 'antal',
  persons: 'personer',
  kr: 'kr',
  tkr: 'tkr',
  mnkr: 'mnkr',
  index: 'index',
  yesno: 'ja eller nej',
  other: '',
}

/** What an indicator's unit is called in Swedish text: "procent", "tkr", "gram/portion". */
export const unitName = ({ unit, unitText }: Pick<Indicator, 'unit' | 'unitText'>): string => unitText || UNITS[unit]

/** What kinds of figures are called at the head of a column. */
export const KIND_NAMES: Record<FigureKind, string> = {
  result: 'Resultat',
  target: 'Mål',
  national: 'Nationellt mål',
  comparison: 'Jämförelse',
  budget: 'Budget',
  forecast: 'Prognos',
}

export const isFigureKind = (kind: unknown): kind is FigureKind => typeof kind === 'string' && kind in KIND_NAMES

/** Targets in words. */
export const GOAL_NAMES: Record<Goal, string> = {
  increase: 'öka',
  decrease: 'minska',
  keep: 'behålla',
  yes: 'ja',
  no: 'nej',
  national: 'som riket',
  reference: 'se hänvisning',
}

export const GENDER_NAMES: Record<FigureRef['gender'], string> = { T: 'Totalt', K: 'Kvinnor', M: 'Män' }

/** "Resultat 2023, kvinnor": what of an indicator a figure is. */
export const figureAspect = ({ kind, period, gender }: Pick<FigureRef, 'kind' | 'period' | 'gender'>): string =>
  `${KIND_NAMES[kind]} ${periodName(period)}${gender === 'T' ? '' : `, ${GENDER_NAMES[gender].toLowerCase()}`}`

/** "Trycksår, Åtgärdsplan vid risk, kvinnor, mål 2023": which figure, in words. */
export const figureName = (
  { area, name }: Pick<Indicator, 'area' | 'name'>,
  { kind, period, gender }: Pick<FigureRef, 'kind' | 'period' | 'gender'>,
): string =>
  [
    area,
    name,
    gender === 'T' ? '' : GENDER_NAMES[gender].toLowerCase(),
    `${kind === 'result' ? '' : `${KIND_NAMES[kind].toLowerCase()} `}${periodName(period)}`,
  ]
    .filter(Boolean)
    .join(', ')

const METHODS: Record<NonNullable<Passport['method']>, string> = {
  paste: 'inklistrat',
  manual: 'inskrivet för hand',
  kolada: 'hämtat från Kolada',
  api: 'sänt från ett annat system',
  undo: 'ångrad import',
}

/** How a figure came: "filen senior-alert.csv", "hämtat från Kolada", "sänt från HR-systemet (POST /api/v1/observations)". */
export const originName = ({ method, fileName, query }: Pick<Passport, 'method' | 'fileName' | 'query'>): string => {
  if (method === 'api' && query) return `sänt från ${query}`
  return method ? METHODS[method] : `filen ${fileName}`
}

/** "Källa: Senior alert, filen senior-alert.csv, importerad 24 januari 2024 kl. 09.15 av MAS." */
export const sourceLine = (passport: Passport): string =>
  `Källa: ${passport.sourceName ?? sourceName(passport.source)}, ${originName(passport)}, importerad ${formatInstant(passport.importedAt)} av ${passport.importedBy}.`
