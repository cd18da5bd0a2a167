import { noteAnchor } from '../../pdf/document/note-list.tsx'
import { Link, Text } from '../../pdf/elements.ts'
import type { PdfBlock } from '../../pdf/pdf-block.ts'
import { color } from '../../pdf/theme.ts'

/** The note's number, raised, with a link to the note under "Noter". */
export const footnotePdf: PdfBlock = (node, context) => {
  const number = context.noteNumber(node)
  return (
    <Link src={`#${noteAnchor(number)}`} style={{ textDecoration: 'none' }}>
      <Text
        style={{
          fontSize: context.size.fontSize * 0.68,
          lineHeight: 1,
          verticalAlign: 'super',
          fontWeight: 600,
          color: color.accent,
        }}
      >
        {String(number)}
      </Text>
    </Link>
  )
}
