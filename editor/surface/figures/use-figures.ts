import { useEffect } from 'react'
import { type FigureRef, type FigureSet, figureKey } from '../../core/figure.ts'
import { useStore, useSurface } from '../surface-context.ts'

/** The figures that a block shows, live for as long as it is on the page. */
export function useFigures(refs: FigureRef[]): FigureSet {
  const { figures } = useSurface()
  const keys = refs.map(figureKey).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys say what the refs are
  useEffect(() => figures.use(refs), [figures, keys])
  return useStore(figures)
}
