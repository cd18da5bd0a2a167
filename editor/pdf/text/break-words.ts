import { syllables } from '@react-pdf/hyphenate/sv'
import { Children, isValidElement, type ReactNode } from 'react'
import type { Typeface } from '../../core/typefaces.ts'
import { textWidth } from './font-files.ts'

/** Signs after which an address, a number or a compound may go on on the next line. */
const JOINTS = /(?<=[/\\.,:;_?&=@\-–])/
const NOT_A_WORD = /[\d/@_=]/

/** The text of elements that stand in a text block. */
function textOf(children: ReactNode): string {
  return Children.toArray(children)
    .map(child => {
      if (typeof child === 'string' || typeof child === 'number') return String(child)
      return isValidElement<{ children?: ReactNode }>(child) ? textOf(child.props.children) : ''
    })
    .join('')
}

/** Cuts what fits on no line, sign by sign. */
function cut(part: string, fits: (text: string) => boolean): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const sign of part) {
    if (piece && !fits(piece + sign)) {
      pieces.push(piece)
      piece = ''
    }
    piece += sign
  }
  return [...pieces, piece]
}

export type WordBreaker = (word: string) => string[]

/**
 * How to break words that are longer than a line; null where none is, so that no word is broken for looks. Words break
 * between syllables, addresses and numbers after a sign.
 * @param width points of a line
 */
export function wordBreaker(
  children: ReactNode,
  width: number,
  fontSize: number,
  typeface: Typeface,
): WordBreaker | null {
  const fits = (text: string): boolean => textWidth(text, fontSize, true, typeface) <= width
  if (textOf(children).split(/\s/).every(fits)) return null
  return word => {
    if (fits(word)) return [word]
    const parts = NOT_A_WORD.test(word) ? word.split(JOINTS) : syllables(word)
    return parts.flatMap(part => (fits(part) ? [part] : cut(part, text => fits(`${text}-`))))
  }
}
