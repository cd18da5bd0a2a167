import { figureSet } from '../../core/data-block/testing/figure-set.ts'
import type { DocumentNode } from '../../core/document-node.ts'

const TALKS = 'palliativ.brytpunktssamtal'
const PAIN = 'palliativ.smartskattning'

export const chartData = figureSet(
  [
    { id: TALKS, name: 'Dokumenterat brytpunktssamtal', decimals: 1, source: 'palliativregistret' },
    { id: PAIN, name: 'Smärtskattad sista levnadsveckan', decimals: 1, source: 'palliativregistret' },
  ],
  [
    [TALKS, 'result', '2022', '60.0'],
    [TALKS, 'result', '2023', '47.1'],
    [TALKS, 'target', '2023', '70'],
    [PAIN, 'result', '2022', '23.3'],
    [PAIN, 'result', '2023', '58.8'],
    [PAIN, 'target', '2023', '75'],
  ],
)

export const chartFixture: DocumentNode = {
  type: 'chart',
  attrs: {
    indicatorIds: [TALKS, PAIN],
    year: 2023,
    caption: 'Palliativregistret',
    part: null,
    kind: 'grouped',
    spread: null,
    target: null,
    display: null,
  },
}
