import { Document, Page } from '@react-pdf/renderer'
import { familyOf, type Typeface } from '../../core/typefaces.ts'
import type { HeightQuestion } from '../document/measuring.ts'
import { View } from '../elements.ts'
import { layoutElement } from './layout-element.ts'
import { walkLayout } from './layout-node.ts'

/** Answers all questions with one layout: every element on one page that is long enough for all. */
export async function measureHeights(questions: HeightQuestion[], typeface: Typeface): Promise<Map<string, number>> {
  const width = Math.max(1, ...questions.map(question => question.width))
  const document = await layoutElement(
    <Document>
      <Page size={[width, 1_000_000]} wrap={false} experimentalPagination style={{ fontFamily: familyOf(typeface) }}>
        {questions.map(question => (
          <View key={question.key} id={question.key} wrap={false} style={{ width: question.width }}>
            {question.element()}
          </View>
        ))}
      </Page>
    </Document>,
  )
  const heights = new Map<string, number>()
  walkLayout(document, node => {
    if (node.props?.id !== undefined && node.box) heights.set(node.props.id, node.box.height)
  })
  return heights
}
