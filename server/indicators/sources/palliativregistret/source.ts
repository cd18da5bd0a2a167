import { layoutOf, share } from '../../layout/layout.ts'
import { resultAndTarget } from '../result-and-target.ts'

/** Svenska palliativregistret: care in the last week of life. n is the number of deaths in the register that year. */
export const palliativregistret = layoutOf({
  name: ['indikator'],
  measures: [{ ...share, unitColumns: ['enhet'] }],
  values: resultAndTarget,
})
