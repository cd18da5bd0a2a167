import { type DocumentNode, textOf, walk } from '#editor/core/document-node.ts'
import type { Check } from '../../check.ts'
import { sv } from './sv.ts'

function tablesIn(content: DocumentNode): DocumentNode[] {
  const tables: DocumentNode[] = []
  walk(content, node => {
    if (node.type === 'table') tables.push(node)
  })
  return tables
}

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
    report.sections.flatMap(({ id, number, heading, content }) =>
      tablesIn(content)
        .filter(table => textOf(table) !== '' && !hasHeader(table))
        .map(() => ({
          rule: 'table-head',
          level: 'stop' as const,
          sectionId: id,
          message: sv.missing(number, heading),
        })),
    ),
}
