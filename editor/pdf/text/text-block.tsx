import type { Styles } from '@react-pdf/renderer'
import type { ReactElement, ReactNode } from 'react'
import { Text } from '../elements.ts'
import type { PdfContext } from '../pdf-block.ts'
import type { Struct, StructRole } from '../struct.ts'
import { lineReserve, textStyle } from '../theme.ts'
import { wordBreaker } from './break-words.ts'

/** Between runs of text the layout sees a place to hyphenate; a break there costs more than any other. */
const NEVER = 10_000
const IF_NEEDED = 600

interface Options {
  style?: Styles[string]
  minPresenceAhead?: number
  /** What assistive technology and copying get instead of the drawn text. */
  actualText?: string
}

/** A block of text: its size, weight and alignment come from the context unless `style` says otherwise. */
export function textBlock(
  role: StructRole,
  children: ReactNode,
  context: PdfContext,
  { style, minPresenceAhead, actualText }: Options = {},
): ReactElement {
  const struct: Struct = { role, id: context.id('text'), actualText }
  const reserve = lineReserve(context.width)
  const fontSize = Number(style?.fontSize ?? context.size.fontSize)
  const breakWord = wordBreaker(children, context.width - reserve, fontSize, context.typeface)
  const align = context.align ?? 'left'
  return (
    <Text
      key={struct.id}
      struct={struct}
      isLying={context.isLying}
      orphans={2}
      widows={2}
      hyphenationPenalty={breakWord ? IF_NEEDED : NEVER}
      hyphenationCallback={breakWord ?? undefined}
      minPresenceAhead={minPresenceAhead}
      style={{
        ...textStyle(context.size),
        textAlign: align,
        fontWeight: context.weight ?? 400,
        ...(align === 'left' ? { paddingRight: reserve } : {}),
        ...style,
      }}
    >
      {children}
    </Text>
  )
}
