import { Link, Text } from '../../pdf/elements.ts'
import type { PdfMark } from '../../pdf/pdf-block.ts'
import { color, textStyle } from '../../pdf/theme.ts'

const SAFE = /^(https?|mailto|tel):/i

/** A link to another place; the text alone where the address is of a kind that a report must not open. */
export const linkPdf: PdfMark = (children, attrs, context) => {
  const href = String(attrs.href ?? '')
  if (!SAFE.test(href)) return children
  return (
    <Link src={href} style={{ textDecoration: 'none' }}>
      <Text style={{ ...textStyle(context.size), color: color.accent, textDecoration: 'underline' }}>{children}</Text>
    </Link>
  )
}
