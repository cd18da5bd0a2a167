import { figuresIn } from '#editor/blocks/figures-in.ts'
import { figureKey } from '#editor/core/figure.ts'
import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import type { Finding } from '../../../../checks/check.ts'
import type { PreflightRule } from '../../preflight-rule.ts'
import { sv } from './sv.ts'

const RULE = 'withheld-figures'

/** Figures that stand in another board's answer came as words. */
const ofOthers = ({ joint }: ResolvedReport): Finding[] =>
  joint ? [{ rule: RULE, level: 'warning', sectionId: null, message: sv.ofOthers }] : []

const typedBeside = ({ sections, data }: ResolvedReport): Finding[] =>
  sections.flatMap(({ id, number, heading, content }): Finding[] => {
    const names = figuresIn(content).flatMap(ref => {
      const indicator = data.indicators[ref.indicatorId]
      return data.figures[figureKey(ref)]?.withheld && indicator ? [`”${indicator.name}”`] : []
    })
    const message = sv.typed([...new Set(names)], `${number} ${heading}`.trim())
    return names.length ? [{ rule: RULE, level: 'warning', sectionId: id, message }] : []
  })

/**
 * Where the public version leaves figures out somebody must read the text: what is typed by hand may say the very
 * number, and nobody but a person can tell.
 */
export const withheldFigures: PreflightRule = {
  rule: RULE,
  formats: ['pdf', 'docx', 'html'],
  run: report => (report.report.audience === 'public' ? [...ofOthers(report), ...typedBeside(report)] : []),
}
