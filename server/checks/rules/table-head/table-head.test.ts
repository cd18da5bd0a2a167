import { expect, test } from 'vitest'
import type { DocumentNode } from '#editor/core/document-node.ts'
import { doc, grid, p } from '../../../export/testing/nodes.ts'
import { sampleReport } from '../../../export/testing/sample-report.ts'
import { tableHead } from './table-head.ts'

/** What is said of a report whose first section has this text. */
function said(...blocks: DocumentNode[]) {
  const { resolved } = sampleReport()
  const [first] = resolved.sections
  if (!first) throw new Error('the sample has sections')
  return tableHead
    .run({ ...resolved, sections: [{ ...first, content: doc(...blocks) }] })
    .map(({ level, sectionId, message }) => [level, sectionId === first.id, message.slice(0, 10)])
}

/** The same table with every header cell an ordinary one. */
const headless = (table: DocumentNode): DocumentNode =>
  JSON.parse(JSON.stringify(table).replaceAll('"tableHeader"', '"tableCell"'))

const table = grid(['Enhet', 'Antal'], [['Björken', '4']])

test('a table without a single header stops the lock, one time for each', () => {
  expect(said(p('Text'), table)).toEqual([])
  expect(said(headless(table), p('Text'), headless(table))).toEqual(
    Array.from({ length: 2 }, () => ['stop', true, 'En tabell ']),
  )
})

test('an empty table is nobody’s fault yet', () => {
  expect(said(headless(grid(['', ''], [['', '']])))).toEqual([])
})
