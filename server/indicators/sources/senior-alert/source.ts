import { layoutOf, share } from '../../layout/layout.ts'
import { resultAndTarget } from '../result-and-target.ts'

/** Senior alert: preventive care, two measures per risk area. Shares of the persons assessed at risk. */
export const seniorAlert = layoutOf({
  area: ['omrade'],
  name: ['matt'],
  measures: [{ ...share, unitColumns: ['enhet'], decimals: 0 }],
  values: resultAndTarget,
})
