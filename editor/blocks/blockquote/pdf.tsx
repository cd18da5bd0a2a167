import { View } from '../../pdf/elements.ts'
import type { PdfBlock } from '../../pdf/pdf-block.ts'
import { color } from '../../pdf/theme.ts'

const INDENT = 14

export const blockquotePdf: PdfBlock = (node, context) => (
  <View
    struct={{ role: 'BlockQuote', id: context.id('quote') }}
    style={{
      borderLeftWidth: 2,
      borderLeftColor: color.accent,
      paddingLeft: INDENT - 2,
      marginTop: 2,
      marginBottom: context.size.after,
    }}
  >
    {context.blocks(node.content, { ...context, width: context.width - INDENT })}
  </View>
)
