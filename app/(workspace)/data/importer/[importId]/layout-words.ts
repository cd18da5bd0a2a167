import { KIND_NAMES, unitName } from '#editor/core/figure-words.ts'
import { periodName } from '#editor/core/period.ts'
import type { Layout, LayoutMeasure, LayoutValue } from '#server/indicators/layout/layout.ts'
import { sv as pointing } from '../../importera/[draftId]/kolumner/sv.ts'
import { sv as words } from './sv.ts'

const sv = words.layout

export interface ReadColumn {
  /** The first of these that the file had. */
  names: string[]
  readAs: string
}

const withYear = (column: string): string => column.replace('{period}', sv.period).replaceAll('_', ' ')

function periodWords({ period }: LayoutValue, { asked }: Layout): string {
  switch (period.from) {
    case 'header':
      return sv.periods.header
    case 'results':
      return sv.periods.results
    case 'result-years':
      return sv.periods.resultYears
    case 'column':
      return sv.periods.column(withYear(period.column))
    case 'file':
      return asked.period ? sv.periods.file(periodName(asked.period)) : sv.periods.asked
  }
}

function measureWords({ area, name, unit, unitText, share }: LayoutMeasure): string {
  const of = [area?.text, name?.text].filter(Boolean).join(', ')
  const counted = unit === null ? sv.unitFromColumn : unitName({ unit, unitText })
  return [of && `”${of}”`, unit === 'percent' && !share ? pointing.units['percent-any'] : counted]
    .filter(Boolean)
    .join(', ')
}

/** How each column of the layout is read, in words: what names the values first, then the values. */
export function columnWords(layout: Layout): ReadColumn[] {
  const { roles } = pointing
  const role = (names: string[], readAs: string): ReadColumn[] =>
    names.length ? [{ names: names.map(withYear), readAs }] : []
  const units = [...new Set(layout.measures.flatMap(measure => measure.unitColumns))]
  return [
    ...role(layout.area, roles.area),
    ...role(layout.name, roles.name),
    ...role(units, roles.unit),
    ...role(layout.gender, layout.subgroups ? sv.genderOrGroup : roles.gender),
    ...role(layout.better, roles.better),
    ...role(layout.status, roles.status),
    ...role(layout.note, roles.note),
    ...layout.values.flatMap(value => {
      const measure = layout.measures[value.measure]
      const what = [KIND_NAMES[value.kind], measure && measureWords(measure)].filter(Boolean).join(': ')
      return [
        ...role([value.column], `${what}. ${periodWords(value, layout)}`),
        ...role(value.numerator ? [value.numerator] : [], roles.numerator),
        ...role(value.denominator ? [value.denominator] : [], roles.denominator),
      ]
    }),
  ]
}

/** What holds for the file as a whole. */
export function fileWords({ sheet, headerRows, asked, skipRows, gender }: Layout): string[] {
  const skipped = [...skipRows.words.map(word => `”${word}”`), ...(skipRows.sums ? [sv.sums] : [])]
  return [
    sheet === null ? sv.firstSheet : sv.sheet(sheet),
    sv.headerRows(headerRows),
    ...(asked.year === null ? [] : [sv.year(asked.year)]),
    ...(skipped.length ? [sv.skipped(skipped.join(', '))] : []),
    ...(gender.length ? [] : [sv.noGender]),
    sv.normalised,
  ]
}
