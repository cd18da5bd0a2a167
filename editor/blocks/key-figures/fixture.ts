import { figureSet } from '../../core/data-block/testing/figure-set.ts'
import type { DocumentNode } from '../../core/document-node.ts'

const SHARE = 'nyckeltal.andel'
const FALLS = 'nyckeltal.fall'
const COST = 'nyckeltal.kostnad'

export const keyFiguresData = figureSet(
  [
    { id: SHARE, name: 'Brytpunktssamtal', decimals: 1 },
    { id: FALLS, name: 'Rapporterade fall', unit: 'count', better: 'down' },
    { id: COST, name: 'Nettokostnad', unit: 'tkr', better: 'down' },
  ],
  [
    [SHARE, 'result', '2023', '47.1'],
    [SHARE, 'result', '2022', '60.0'],
    [SHARE, 'target', '2023', '70'],
    [FALLS, 'result', '2023', '834'],
    [FALLS, 'result', '2022', '184'],
    [COST, 'result', '2023', '377612'],
    [COST, 'result', '2022', '377612'],
  ],
)

export const keyFiguresFixture: DocumentNode = {
  type: 'keyFigures',
  attrs: {
    indicatorIds: [SHARE, FALLS, COST],
    year: 2023,
    caption: 'Året i korthet',
    part: null,
    target: null,
    display: 'mnkr',
  },
}
