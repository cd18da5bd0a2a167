import { figureSet } from '../../core/data-block/testing/figure-set.ts'
import type { DocumentNode } from '../../core/document-node.ts'

const ID = 'senior-alert.trycksar.plan'

/** The figures that {@link indicatorTableFixture} asks for; one of them is missing. */
export const indicatorTableData = figureSet(
  [{ id: ID, area: 'Trycksår', name: 'Åtgärdsplan vid risk' }],
  [
    [ID, 'result', '2023', '96'],
    [ID, 'target', '2023', '100'],
    [ID, 'result', '2022', null],
  ],
)

export const indicatorTableFixture: DocumentNode = {
  type: 'indicatorTable',
  attrs: { indicatorIds: [ID], year: 2023, caption: 'Senior alert' },
}
