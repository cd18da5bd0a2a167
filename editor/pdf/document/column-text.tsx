import type { Styles } from '@react-pdf/renderer'
import type { ReactElement, ReactNode } from 'react'
import { Text } from '../elements.ts'
import type { PdfContext } from '../pdf-block.ts'
import type { Struct } from '../struct.ts'
import { wordBreaker } from '../text/break-words.ts'

/** Between runs of text the layout sees a place to hyphenate; a break there costs more than any other. */
const NEVER = 10_000
const IF_NEEDED = 600

/** Text in a column of `width` points: a word or an address that is longer than a line is broken, and nothing else. */
export function columnText(
  struct: Struct,
  children: ReactNode,
  { width, typeface }: Pick<PdfContext, 'width' | 'typeface'>,
  style: Styles[string] & { fontSize: number },
): ReactElement {
  const breakWord = wordBreaker(children, width, style.fontSize, typeface)
  return (
    <Text
      struct={struct}
      hyphenationPenalty={breakWord ? IF_NEEDED : NEVER}
      hyphenationCallback={breakWord ?? undefined}
      style={style}
    >
      {children}
    </Text>
  )
}
