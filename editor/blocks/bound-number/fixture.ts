import type { DocumentNode } from '../../core/document-node.ts'
import { indicatorTableData } from '../indicator-table/fixture.ts'

/** Of the figures of the indicator table's fixture. */
export const boundNumberFixture: DocumentNode = {
  type: 'boundNumber',
  attrs: {
    indicatorId: Object.keys(indicatorTableData.indicators)[0],
    kind: 'result',
    period: '2023',
    gender: 'T',
    form: 'unit',
  },
}
