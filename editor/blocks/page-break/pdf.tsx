import { View } from '../../pdf/elements.ts'
import type { PdfBlock } from '../../pdf/pdf-block.ts'

/** Inside another block it is nothing: pages end between blocks. */
export const pageBreakPdf: PdfBlock = (_, context) => <View key={context.id('key')} isPageBreak />
