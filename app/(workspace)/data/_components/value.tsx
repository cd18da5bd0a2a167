import type { Figure, Indicator } from '#editor/core/figure.ts'
import { formatNumber } from '#editor/core/format-number.ts'
import { showValue } from '#editor/core/show-value.ts'
import { sv as all } from '../sv.ts'

const sv = all.table

export function Missing() {
  return (
    <>
      <span aria-hidden>{sv.missing}</span>
      <span className="sr-only">{sv.missingLabel}</span>
    </>
  )
}

export function Value({ indicator, figure }: { indicator: Indicator; figure: Figure | undefined }) {
  return (
    <>
      {figure && (figure.value !== null || figure.goal || figure.status === 'suppressed') ? (
        showValue(indicator, figure)
      ) : (
        <Missing />
      )}
      {figure?.value != null && figure.denominator && (
        <span className="block text-sm text-muted">{sv.n(formatNumber(figure.denominator, 0))}</span>
      )}
    </>
  )
}
