import { useEffect, useState } from 'react'
import type { FigureRef } from '../../core/figure.ts'
import type { IndicatorPeriods, ReportApi } from '../report-api.ts'

/** What there are figures of for the indicator; what is chosen is always among it. */
export function usePeriods(api: Pick<ReportApi, 'periods'>, chosen: FigureRef): IndicatorPeriods {
  const [known, setKnown] = useState<IndicatorPeriods | null>(null)
  const { indicatorId } = chosen
  useEffect(() => {
    let wanted = true
    setKnown(null)
    // Without an answer what is chosen can still be kept.
    api.periods(indicatorId).then(
      found => wanted && setKnown(found),
      () => {},
    )
    return () => {
      wanted = false
    }
  }, [api, indicatorId])
  const withChosen = <T>(values: T[] | undefined, value: T): T[] => [...new Set([...(values ?? []), value])]
  return {
    periods: withChosen(known?.periods, chosen.period),
    kinds: withChosen(known?.kinds, chosen.kind),
    genders: withChosen(known?.genders, chosen.gender),
  }
}
