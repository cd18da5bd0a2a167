import type { ReactNode } from 'react'
import type { DocumentNode } from '../../core/document-node.ts'
import { Link, Text, View } from '../elements.ts'
import type { PdfContext } from '../pdf-block.ts'
import { sv } from '../sv.ts'
import { textBlock } from '../text/text-block.tsx'
import { color, headingStyle, KEEP, noteText, textStyle } from '../theme.ts'

export const noteAnchor = (number: number): string => `not-${number}`
export const noteMarkAnchor = (number: number): string => `notmarke-${number}`

const LABEL_WIDTH = 20

function note(node: DocumentNode, number: number, outer: PdfContext): ReactNode {
  const context = { ...outer, size: noteText, width: outer.width - LABEL_WIDTH }
  const id = noteAnchor(number)
  return (
    <View key={id} id={id} struct={{ role: 'Note', id }} wrap={false} style={{ flexDirection: 'row' }}>
      <View style={{ width: LABEL_WIDTH }}>
        <Text struct={{ role: 'Lbl', id: `${id}-nummer` }} style={textStyle(noteText)}>
          <Link src={`#${noteMarkAnchor(number)}`} style={{ textDecoration: 'none' }}>
            <Text style={{ ...textStyle(noteText), color: color.accent }}>{`${number}.`}</Text>
          </Link>
        </Text>
      </View>
      <View style={{ flex: 1 }}>
        {textBlock('P', context.inline(node.content, context), context, { style: { marginBottom: noteText.after } })}
      </View>
    </View>
  )
}

/** The notes under a heading of their own; nothing where there are none. */
export function noteList(notes: DocumentNode[], context: PdfContext): ReactNode {
  if (notes.length === 0) return null
  return [
    <Text
      key="heading"
      id="noter"
      struct={{ role: 'H1', id: 'noter-rubrik', opens: { id: 'noter', parent: null } }}
      wrap={false}
      minPresenceAhead={KEEP}
      style={headingStyle[1]}
    >
      {sv.notes}
    </Text>,
    notes.map((node, index) => note(node, index + 1, context)),
  ]
}
