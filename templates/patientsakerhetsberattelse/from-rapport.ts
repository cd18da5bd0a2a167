import { derive } from '../derivation.ts'

/** The year's report begins with what its half-year reports hold; their keys are the same. */
export const yearFromHalfYear = derive({
  from: 'patientsakerhetsrapport',
  to: 'patientsakerhetsberattelse',
  sameKeys: true,
})
