import { type DocumentNode, textOf, walk } from '#editor/core/document-node.ts'
import type { Check, Finding } from '../../check.ts'
import { sv } from './sv.ts'

function hasHeader(table: DocumentNode): boolean {
  let found = false
  walk(table, ({ type }) => {
    found ||= type === 'tableHeader'
  })
  return found
}

/**
 * DOS-lagen (2018:1937) 10 §, WCAG 1.3.1, ISO 14289-1:2014 7.5: who hears a table hears what each value is about, so
 * some of its cells are headers.
 */
export const tableHead: Check = {
  rule: 'table-head',
  run: report =>
    report.sections.flatMap(section => {
      const findings: Finding[] = []
      walk(section.content, node => {
        if (node.type !== 'table' || textOf(node) === '' || hasHeader(node)) return
        findings.push({
          rule: 'table-head',
          level: 'stop',
          sectionId: section.id,
          message: sv.missing(section.number, section.heading),
        })
      })
      return findings
    }),
}
