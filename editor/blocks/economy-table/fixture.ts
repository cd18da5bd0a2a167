import { figureSet, type GivenFigure } from '../../core/data-block/testing/figure-set.ts'
import type { DocumentNode } from '../../core/document-node.ts'

/** A nämnd's months January to November: budget, outcome, and how far the whole year is expected to be off. Tkr. */
const POSTS: [string, string, string, string, string][] = [
  ['buv', 'Avdelning BUV', '72473', '98184', '-24000'],
  ['myndighet', 'Avdelning Myndighet', '39607', '46099', '-7100'],
  ['aldre', 'Avdelning Äldreomsorg', '217691', '216589', '3000'],
  ['ledning', 'Ledning, stab och gemensamt', '19167', '16085', '3500'],
  ['namnd', 'Nämnd', '458', '655', '-200'],
]

export const economyTableData = figureSet(
  POSTS.map(([id, name]) => ({ id: `ekonomi.${id}`, name, unit: 'tkr', better: 'none', source: 'ekonomi' })),
  POSTS.flatMap(([id, , budget, outcome, forecast]): GivenFigure[] => [
    [`ekonomi.${id}`, 'budget', '2023-01..11', budget],
    [`ekonomi.${id}`, 'result', '2023-01..11', outcome],
    [`ekonomi.${id}`, 'forecast', '2023', forecast],
  ]),
)

export const economyTableFixture: DocumentNode = {
  type: 'economyTable',
  attrs: {
    indicatorIds: POSTS.map(([id]) => `ekonomi.${id}`),
    year: 2023,
    caption: 'Ekonomi januari–november 2023',
    part: '01..11',
    columns: null,
    convention: null,
    forecast: 'deviation',
    display: null,
  },
}
