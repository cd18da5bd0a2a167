import { walk } from '#editor/core/document-node.ts'
import type { Check, Finding } from '../../check.ts'
import { sv } from './sv.ts'

/** R13, DOS-lagen (2018:1937) 10 §, WCAG 1.1.1: every picture has a text alternative. */
export const imageAlt: Check = {
  rule: 'image-alt',
  run: report =>
    report.sections.flatMap(section => {
      const findings: Finding[] = []
      walk(section.content, node => {
        if (node.type !== 'image' || String(node.attrs?.alt ?? '').trim()) return
        findings.push({
          rule: 'image-alt',
          level: 'stop',
          sectionId: section.id,
          message: sv.missing(section.number, section.heading),
        })
      })
      return findings
    }),
}
