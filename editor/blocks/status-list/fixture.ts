import { figureSet } from '../../core/data-block/testing/figure-set.ts'
import type { DocumentNode } from '../../core/document-node.ts'

const TALKS = 'malstatus.brytpunktssamtal'

export const statusListData = figureSet(
  [{ id: TALKS, name: 'Dokumenterat brytpunktssamtal', decimals: 1 }],
  [
    [TALKS, 'result', '2023', '47.1'],
    [TALKS, 'target', '2023', '70'],
  ],
)

const analysis = (text: string): DocumentNode[] => [{ type: 'paragraph', content: [{ type: 'text', text }] }]

export const statusItemFixture: DocumentNode = {
  type: 'statusItem',
  attrs: { goal: 'Fler brytpunktssamtal', indicatorId: TALKS, status: null, year: 2023, part: null },
  content: analysis('Rutinen är ny och används inte överallt än.'),
}

export const statusListFixture: DocumentNode = {
  type: 'statusList',
  attrs: { caption: 'Mål 2023', year: 2023 },
  content: [
    {
      type: 'statusItem',
      attrs: { goal: 'Lokal handlingsplan', indicatorId: null, status: 'done', year: 2023, part: null },
      content: analysis('Beslutad i nämnden i mars.'),
    },
    statusItemFixture,
    {
      type: 'statusItem',
      attrs: { goal: 'Fler teammöten', indicatorId: null, status: 'ongoing', year: 2023, part: null },
      content: analysis('Införs på fyra enheter till hösten.'),
    },
  ],
}
