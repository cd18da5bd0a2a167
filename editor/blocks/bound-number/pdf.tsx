import type { PdfBlock } from '../../pdf/pdf-block.ts'
import { typeset } from '../../pdf/text/typeset.ts'
import { boundText, readBinding } from './model.ts'

/** The words alone: on paper a bound number is a number. */
export const boundNumberPdf: PdfBlock = (node, { report }) => typeset(boundText(readBinding(node), report.data).text)
