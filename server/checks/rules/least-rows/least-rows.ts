import type { Check } from '../../check.ts'
import { sv } from './sv.ts'

/** A list that the template asks for has at least as many rows or units as it says. */
export const leastRows: Check = {
  rule: 'least-rows',
  run: report =>
    report.sections
      .filter(section => !section.notApplicableReason)
      .flatMap(section => [
        ...section.tables.map(({ kind, rows }) => ({ section, ...kind, there: rows.length })),
        ...section.lists.map(kind => ({
          section,
          ...kind,
          there: report.sections.filter(
            ({ unit }) => unit?.head && unit.listedIn === section.id && unit.kind === kind.key,
          ).length,
        })),
      ])
      .filter(({ least, there }) => there < least)
      .map(({ section, many, least, there }) => ({
        rule: 'least-rows',
        level: 'stop' as const,
        sectionId: section.id,
        message: sv.tooFew(section.number, section.heading, { many, least, there }),
      })),
}
