import type { Figure, FigureSet } from '#editor/core/figure.ts'
import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import { withheldFigures } from './withheld.ts'

/** A note may say the number, and how many stand behind it. */
const withhold = ({ note: _, value: _value, ...figure }: Figure): Figure => ({
  ...figure,
  value: null,
  numerator: null,
  denominator: null,
  status: 'suppressed',
  withheld: true,
})

function publicFigures(data: FigureSet): FigureSet {
  const hidden = withheldFigures(data)
  return {
    ...data,
    figures: Object.fromEntries(
      Object.entries(data.figures).map(([key, figure]) => [key, hidden.has(key) ? withhold(figure) : figure]),
    ),
  }
}

/**
 * The report as everybody may have it. Only live figures are left out: what somebody has typed, and figures that came
 * with another report's text, are words to us.
 */
export function publicVersion(resolved: ResolvedReport): ResolvedReport {
  return {
    ...resolved,
    report: { ...resolved.report, audience: 'public' },
    // What a figure was before somebody reviewed the text is nothing that is printed.
    sections: resolved.sections.map(({ movedFigures: _, ...section }) => section),
    data: publicFigures(resolved.data),
  }
}
