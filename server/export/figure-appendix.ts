import type { DocumentNode } from '#editor/core/document-node.ts'
import { type Figure, type FigureSet, figureKey } from '#editor/core/figure.ts'
import { figureName, sourceLine } from '#editor/core/figure-words.ts'
import { formatNumber } from '#editor/core/format-number.ts'
import { comparePeriods } from '#editor/core/period.ts'
import type { ResolvedReport, ResolvedSection } from '#editor/core/resolved-report.ts'
import { showValue } from '#editor/core/show-value.ts'
import { headCell, paragraphs, strongLine, table, textCell } from '#editor/core/structure/print/nodes.ts'
import { appendixSection } from './appendix-section.ts'
import { sv as words } from './sv.ts'

const sv = words.figures

/** Figures that came together, under the line that says from where. */
function bySource({ figures }: FigureSet): { line: string; figures: Figure[] }[] {
  const groups = new Map<string, Figure[]>()
  for (const figure of Object.values(figures)) {
    const line = sourceLine(figure.passport)
    groups.set(line, [...(groups.get(line) ?? []), figure])
  }
  return [...groups]
    .map(([line, found]) => ({ line, figures: found }))
    .sort((one, other) => one.line.localeCompare(other.line, 'sv'))
}

const basis = ({ numerator, denominator }: Figure): string => {
  if (denominator === null) return ''
  const of = formatNumber(denominator, 0)
  return numerator === null ? sv.n(of) : sv.fraction(formatNumber(numerator, 0), of)
}

function rowsOf(figures: Figure[], { indicators }: FigureSet): DocumentNode[][] {
  return figures
    .flatMap(figure => {
      const indicator = indicators[figure.indicatorId]
      return indicator ? [{ figure, indicator, name: figureName(indicator, figure) }] : []
    })
    .sort(
      (one, other) =>
        one.indicator.area.localeCompare(other.indicator.area, 'sv') ||
        one.indicator.name.localeCompare(other.indicator.name, 'sv') ||
        comparePeriods(other.figure.period, one.figure.period) ||
        figureKey(one.figure).localeCompare(figureKey(other.figure)),
    )
    .map(({ figure, indicator, name }) => [
      headCell(name),
      textCell(showValue(indicator, figure)),
      textCell([basis(figure), figure.note].filter(Boolean).join('. ')),
    ])
}

function appendix(data: FigureSet): ResolvedSection {
  const groups = bySource(data).flatMap(({ line, figures }) => [
    strongLine(line),
    ...(figures[0]?.passport.query ? paragraphs(sv.query(figures[0].passport.query)) : []),
    table([[sv.figure, sv.value, sv.basis].map(headCell), ...rowsOf(figures, data)]),
  ])
  return appendixSection('siffror', sv, [...paragraphs(sv.about), ...groups])
}

/**
 * The report with an appendix that says where each of its figures came from. A report without figures stays as it is.
 */
export const withFigureAppendix = (report: ResolvedReport): ResolvedReport =>
  Object.keys(report.data.figures).length
    ? { ...report, sections: [...report.sections, appendix(report.data)] }
    : report
