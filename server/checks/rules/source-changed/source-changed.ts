import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import type { Check } from '../../check.ts'
import { sv } from './sv.ts'

/** The years that the att-satser of a decision name, each with its section. */
const decided = ({ sections }: ResolvedReport): { year: string; sectionId: string }[] =>
  sections.flatMap(({ id, tables }) =>
    tables
      .filter(({ kind }) => kind.print === 'decision')
      .flatMap(({ rows }) => rows.flatMap(({ values }) => (values.ar ? [{ year: values.ar, sectionId: id }] : []))),
  )

/**
 * R15: a cover note, which names the report that it is for, says its year and its title. Other reports that are made
 * from another go their own way.
 */
export const sourceChanged: Check = {
  rule: 'source-changed',
  run: resolved => {
    const { madeFrom, title, year, values } = resolved.report
    if (!madeFrom || values.rapport !== madeFrom.id) return []
    const finding = (sectionId: string | null, message: string) => ({
      rule: 'source-changed',
      level: 'warning' as const,
      sectionId,
      message,
    })
    const renamed = madeFrom.title !== madeFrom.was.title && !title.includes(madeFrom.title)
    const wrong = new Map(decided(resolved).map(one => [`${one.sectionId} ${one.year}`, one]))
    return [
      ...(renamed ? [finding(null, sv.title(madeFrom.was.title, madeFrom.title))] : []),
      ...(year === madeFrom.year ? [] : [finding(null, sv.year(year, madeFrom.year))]),
      ...[...wrong.values()]
        .filter(one => one.year !== String(madeFrom.year))
        .map(one => finding(one.sectionId, sv.decision(one.year, madeFrom.title, madeFrom.year))),
    ]
  },
}
