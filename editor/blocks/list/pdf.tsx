import type { ReactNode } from 'react'
import type { DocumentNode } from '../../core/document-node.ts'
import { Text, View } from '../../pdf/elements.ts'
import type { PdfBlock, PdfContext } from '../../pdf/pdf-block.ts'
import { color, textStyle } from '../../pdf/theme.ts'

function item(node: DocumentNode, label: string, labelWidth: number, context: PdfContext): ReactNode {
  const id = context.id('item')
  return (
    <View key={id} struct={{ role: 'LI', id }} style={{ flexDirection: 'row' }}>
      <View style={{ width: labelWidth }}>
        <Text
          struct={{ role: 'Lbl', id: context.id('label') }}
          style={{ ...textStyle(context.size), color: color.accent }}
        >
          {label}
        </Text>
      </View>
      <View struct={{ role: 'LBody', id: context.id('body') }} style={{ width: context.width - labelWidth }}>
        {context.blocks(node.content, { ...context, width: context.width - labelWidth, align: 'left' })}
      </View>
    </View>
  )
}

function list(
  node: DocumentNode,
  numbering: 'Disc' | 'Decimal',
  label: (index: number) => string,
  context: PdfContext,
) {
  const items = node.content ?? []
  const inner = { ...context, size: { ...context.size, after: context.size.after * 0.45 } }
  const longest = Math.max(1, ...items.map((_, index) => label(index).length))
  const labelWidth = context.size.fontSize * (0.75 + 0.6 * longest)
  return (
    <View
      key={context.id('key')}
      struct={{ role: 'L', id: context.id('list'), numbering }}
      style={{ marginBottom: context.size.after * 0.55 }}
    >
      {items.map((child, index) => item(child, label(index), labelWidth, inner))}
    </View>
  )
}

export const bulletListPdf: PdfBlock = (node, context) => list(node, 'Disc', () => '•', context)

export const orderedListPdf: PdfBlock = (node, context) => {
  const start = Number(node.attrs?.start ?? 1) || 1
  return list(node, 'Decimal', index => `${start + index}.`, context)
}

/** An item that stands outside a list, as a merge can leave it: its text. */
export const listItemPdf: PdfBlock = (node, context) => context.blocks(node.content, context)
