import { ExternalHyperlink } from 'docx'
import type { DocxMark } from '../../docx/docx-block.ts'
import { color } from '../../docx/styles.ts'

const SAFE = /^(https?|mailto|tel):/i

/** A link to another place; the text alone where the address is of a kind that a report must not open. */
export const linkDocx: DocxMark = {
  run: { color: color.accent, underline: {} },
  around: (children, attrs) => {
    const href = String(attrs.href ?? '')
    return SAFE.test(href) ? [new ExternalHyperlink({ link: href, children })] : children
  },
}
