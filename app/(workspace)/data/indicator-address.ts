import { type FigureRef, figureKey } from '#editor/core/figure.ts'

/** An indicator's page. Its id is a path of its own: "senior-alert/trycksar/utford-atgard-vid-risk". */
export const indicatorAddress = (indicatorId: string): string =>
  `/data/indikator/${indicatorId.split('/').map(encodeURIComponent).join('/')}`

/** The same with one figure's passport open. @param asOf ISO date of what is shown; now where there is none */
export const figureAddress = (ref: FigureRef, asOf?: string): string =>
  `${indicatorAddress(ref.indicatorId)}?${new URLSearchParams({ siffra: figureKey(ref), ...(asOf && { per: asOf }) })}#siffra`
