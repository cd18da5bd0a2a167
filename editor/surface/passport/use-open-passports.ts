import { type RefObject, useEffect } from 'react'
import { refOfKey } from '../../core/figure.ts'
import type { SurfaceTools } from '../block-view.ts'
import { nextFigure } from './step-figures.ts'

/** Each figure of the page says by `data-figure` which one it is; a click, or Enter or Space on it, opens its passport. */
export function useOpenPassports(frame: RefObject<HTMLElement | null>, show: SurfaceTools['showPassport']): void {
  useEffect(() => {
    const element = frame.current
    const open = ({ target }: Event): boolean => {
      const figure = target instanceof Element ? target.closest('[data-figure]') : null
      const key = figure?.getAttribute('data-figure')
      if (key) show(refOfKey(key))
      return Boolean(key)
    }
    const press = (event: KeyboardEvent): void => {
      const figure = event.target instanceof Element ? event.target.closest('[data-figure]') : null
      const next = figure && nextFigure(figure, event.key)
      next?.focus()
      if (next || ((event.key === 'Enter' || event.key === ' ') && open(event))) event.preventDefault()
    }
    element?.addEventListener('click', open)
    element?.addEventListener('keydown', press)
    return () => {
      element?.removeEventListener('click', open)
      element?.removeEventListener('keydown', press)
    }
  }, [frame, show])
}
