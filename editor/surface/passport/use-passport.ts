import { useCallback, useEffect, useState } from 'react'
import { type FigureRef, figureKey } from '../../core/figure.ts'
import { errorMessage, type FigurePassport, type ReportApi } from '../report-api.ts'

export type PassportState = { passport: FigurePassport } | { error: string } | null

/** What the server knows of a figure, fetched when it is asked for; null while it is on its way. */
export function usePassport(
  api: Pick<ReportApi, 'passport'>,
  ref: FigureRef,
): { state: PassportState; retry: () => void } {
  const [state, setState] = useState<PassportState>(null)
  const key = figureKey(ref)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what the ref is
  const fetchIt = useCallback(() => {
    setState(null)
    api.passport(ref).then(
      passport => setState({ passport }),
      (error: unknown) => setState({ error: errorMessage(error) }),
    )
  }, [api, key])
  useEffect(fetchIt, [fetchIt])
  return { state, retry: fetchIt }
}
