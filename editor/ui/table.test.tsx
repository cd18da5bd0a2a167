import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type Column, Table } from './table.tsx'

interface Report {
  name: string
  board: string
  sections: number
}

const COLUMNS: Column<Report>[] = [
  { label: 'Rapport', cell: ({ name }) => name },
  { label: 'Nämnd', cell: ({ board }) => board },
  { label: 'Avsnitt', cell: ({ sections }) => sections, isNumber: true },
]

const REPORTS: Report[] = [
  { name: 'Årsberättelse', board: '', sections: 0 },
  { name: 'Plan', board: 'Socialnämnden', sections: 3 },
]

const LABEL = (text: string): RegExp => new RegExp(`<span aria-hidden="true"[^>]*>${text}</span>`, 'g')

test('what a cell has to say has its label in the card, a zero too, and nothing has none', () => {
  const html = renderToStaticMarkup(
    <Table caption="Rapporter" columns={COLUMNS} rows={REPORTS} keyOf={({ name }) => name} />,
  )
  expect(html.match(LABEL('Nämnd'))).toHaveLength(1)
  expect(html.match(LABEL('Avsnitt'))).toHaveLength(2)
  expect(html.match(LABEL('Rapport'))).toBeNull()
  expect(html.match(/<td /g)).toHaveLength(4)
})

test('a group is named by a row of its own, and rows of none by nothing', () => {
  const groups = REPORTS.map(report => ({ name: report.board, rows: [report] }))
  const html = renderToStaticMarkup(
    <Table caption="Rapporter" columns={COLUMNS} groups={groups} keyOf={({ name }) => name} />,
  )
  expect(html.match(/<tbody /g)).toHaveLength(2)
  expect(html.match(/<th role="rowheader" scope="rowgroup" colSpan="3"[^>]*>Socialnämnden</g)).toHaveLength(1)
  expect(html.match(/scope="rowgroup"/g)).toHaveLength(1)
})
