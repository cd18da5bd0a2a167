import { figuresIn } from '#editor/blocks/figures-in.ts'
import { figureKey } from '#editor/core/figure.ts'
import type { Finding } from '../../../../checks/check.ts'
import type { PreflightRule } from '../../preflight-rule.ts'
import { sv } from './sv.ts'

/**
 * Where the public version leaves figures out somebody must read the text: what is typed by hand may say the very
 * number, and nobody but a person can tell.
 */
export const withheldFigures: PreflightRule = {
  rule: 'withheld-figures',
  formats: ['pdf', 'docx', 'html'],
  run: ({ report, sections, data }) =>
    report.audience !== 'public'
      ? []
      : sections.flatMap(({ id, number, heading, content }): Finding[] => {
          const names = figuresIn(content).flatMap(ref => {
            const indicator = data.indicators[ref.indicatorId]
            return data.figures[figureKey(ref)]?.withheld && indicator ? [`”${indicator.name}”`] : []
          })
          const message = sv.typed([...new Set(names)], `${number} ${heading}`.trim())
          return names.length ? [{ rule: 'withheld-figures', level: 'warning', sectionId: id, message }] : []
        }),
}
