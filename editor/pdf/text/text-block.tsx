import type { Styles } from '@react-pdf/renderer'
import type { ReactElement, ReactNode } from 'react'
import { Text } from '../elements.ts'
import type { PdfContext } from '../pdf-block.ts'
import type { StructRole } from '../struct.ts'
import { textStyle } from '../theme.ts'

/** Between runs of text the layout sees a place to hyphenate; a break there costs more than any other. */
const NEVER = 10_000

/** A block of text: its size, weight and alignment come from the context unless `style` says otherwise. */
export function textBlock(
  role: StructRole,
  children: ReactNode,
  context: PdfContext,
  style: Styles[string] = {},
  minPresenceAhead?: number,
): ReactElement {
  const id = context.id('text')
  return (
    <Text
      key={id}
      struct={{ role, id }}
      orphans={2}
      widows={2}
      hyphenationPenalty={NEVER}
      minPresenceAhead={minPresenceAhead}
      style={{
        ...textStyle(context.size),
        textAlign: context.align ?? 'left',
        fontWeight: context.weight ?? 400,
        ...style,
      }}
    >
      {children}
    </Text>
  )
}
