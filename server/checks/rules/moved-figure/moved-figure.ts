import { refOfKey } from '#editor/core/figure.ts'
import { figureName } from '#editor/core/figure-words.ts'
import type { MovedFigure } from '#editor/core/moved-figure.ts'
import { showValue } from '#editor/core/show-value.ts'
import type { Check } from '../../check.ts'
import { sv } from './sv.ts'

const LISTED = 3

const changeText = ({ key, indicator, before, after }: MovedFigure): string =>
  `${figureName(indicator, refOfKey(key))} ${showValue(indicator, { value: before })} → ${showValue(indicator, { value: after })}`

/**
 * Somebody reviewed a text, and a figure in it has another value now. What they vouched for is not what would be
 * locked, so they must look again.
 */
export const movedFigure: Check = {
  rule: 'moved-figure',
  run: ({ sections }) =>
    sections.flatMap(({ id, number, heading, movedFigures = [] }) => {
      const [first, ...others] = movedFigures.map(changeText)
      if (first === undefined) return []
      const listed = [first, ...others].slice(0, LISTED)
      return {
        rule: 'moved-figure',
        level: 'stop',
        sectionId: id,
        message: others.length
          ? sv.more(number, heading, listed, movedFigures.length - listed.length)
          : sv.one(number, heading, first),
      }
    }),
}
