import { figureSet } from '../../core/data-block/testing/figure-set.ts'
import type { DocumentNode } from '../../core/document-node.ts'

const FALL = 'avvikelser.fall'
const MEDICINE = 'avvikelser.lakemedel'
const PLAN = 'riskplan'
const COST = 'kostnad'

/** Indicators of several units with all that a figure may have: for women and men, hidden, preliminary, with a note. */
export const richData = figureSet(
  [
    {
      id: FALL,
      area: 'Avvikelser',
      name: 'Fall',
      unit: 'count',
      better: 'down',
      byGender: true,
      breaks: [{ period: '2023-04', note: 'DF Respons infördes.' }],
    },
    { id: MEDICINE, area: 'Avvikelser', name: 'Läkemedel', unit: 'count', better: 'down', smallNumber: 5 },
    { id: PLAN, area: 'Risk', name: 'Åtgärdsplan', byGender: true },
    { id: COST, area: 'Risk', name: 'Kostnad', unit: 'tkr', better: 'down', retired: '2024-01-01' },
  ],
  [
    [FALL, 'result', '2023', '834'],
    [FALL, 'result', '2023', '3', { gender: 'M' }],
    [FALL, 'result', '2023', '831', { gender: 'K' }],
    [FALL, 'result', '2022', '184'],
    [FALL, 'target', '2023', null, { goal: 'decrease' }],
    [MEDICINE, 'result', '2023', '4'],
    [MEDICINE, 'result', '2022', '3'],
    [MEDICINE, 'target', '2023', null, { goal: 'reference', note: 'Se egenkontrollplanen.' }],
    [PLAN, 'result', '2023', '84.0', { numerator: '121', denominator: '144', status: 'preliminary' }],
    [PLAN, 'result', '2023', '85', { gender: 'K', numerator: '68', denominator: '80' }],
    [PLAN, 'result', '2023', null, { gender: 'M', status: 'suppressed' }],
    [PLAN, 'result', '2022', '80'],
    [PLAN, 'target', '2023', '86'],
    [PLAN, 'national', '2023', '90'],
    [COST, 'result', '2023', '2498.4'],
    [COST, 'result', '2022', '0'],
  ],
)

export const richFixture: DocumentNode = {
  type: 'indicatorTable',
  attrs: {
    indicatorIds: [FALL, MEDICINE, PLAN, COST],
    year: 2023,
    caption: 'Allt',
    part: null,
    columns: ['result', 'target', 'national', 'earlier', 'change', 'changePercent', 'met', 'assessment', 'n', 'note'],
    spread: null,
    genders: true,
    grouped: null,
    sums: true,
    display: 'mnkr',
  },
}
