import type { ReactElement } from 'react'
import { View } from '../../pdf/elements.ts'
import type { PdfBlock, PdfContext } from '../../pdf/pdf-block.ts'
import { pdfCaption, pdfEmpty, pdfLines } from '../../pdf/table/data-table.tsx'
import { textBlock } from '../../pdf/text/text-block.tsx'
import { typeset } from '../../pdf/text/typeset.ts'
import { color, tableText } from '../../pdf/theme.ts'
import { type KeyFigure, keyFiguresModel, valueWords } from './model.ts'
import { readKeyFiguresQuery } from './query.ts'

const GAP = 14
const VALUE = { fontSize: 21, lineHeight: 1.25, fontWeight: 600, color: color.accent }

function figureBox(figure: KeyFigure, context: PdfContext): ReactElement {
  const { label, value, change, target } = figure
  const line = (text: string, muted: boolean) =>
    textBlock('P', typeset(text), context, muted ? { style: { color: color.muted } } : {})
  return (
    <View
      key={figure.id}
      style={{ width: context.width, borderTopWidth: 1.5, borderTopColor: color.accent, paddingTop: 5 }}
    >
      {line(label, true)}
      {textBlock('P', typeset(valueWords(figure)), context, { style: VALUE, actualText: value.label })}
      {change ? line(change, false) : null}
      {target ? line(target, false) : null}
    </View>
  )
}

/** Side by side, two in a row where there are four: numbers and words must have room. */
export const keyFiguresPdf: PdfBlock = (node, context) => {
  const model = keyFiguresModel(readKeyFiguresQuery(node), context.report.data)
  if (model.empty) return pdfEmpty(model.empty, context)
  const across = model.figures.length === 4 ? 2 : Math.min(3, model.figures.length)
  const width = (context.width - GAP * (across - 1)) / across
  const inner = { ...context, width, size: { ...tableText, after: 0 } }
  const boxes = model.figures.map(figure => figureBox(figure, inner))
  return [
    pdfCaption(model.caption, context),
    <View
      key={context.id('key')}
      wrap={false}
      style={{ flexDirection: 'row', flexWrap: 'wrap', columnGap: GAP, rowGap: 10, marginBottom: 4 }}
    >
      {boxes}
    </View>,
    ...pdfLines(model, context),
  ]
}
