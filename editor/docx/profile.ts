import { AlignmentType, ImageRun, Paragraph } from 'docx'
import { DEFAULT_PROFILE, logoSize } from '../core/document-profile.ts'
import type { ResolvedReport } from '../core/resolved-report.ts'

/** Pixels. */
const BOX = { width: 230, height: 72 }

/** "1f3a5f" */
export const accentOf = ({ organisation }: Pick<ResolvedReport, 'organisation'>): string =>
  (organisation.profile ?? DEFAULT_PROFILE).accent.slice(1)

/** The organisation's own mark; nothing where it has none. */
export function logoParagraph({ organisation }: ResolvedReport): Paragraph[] {
  const logo = organisation.profile?.logo
  if (!logo) return []
  const image = new ImageRun({
    type: logo.mediaType === 'image/png' ? 'png' : 'jpg',
    data: Buffer.from(logo.base64, 'base64'),
    transformation: logoSize(logo, BOX),
    altText: { name: 'logotyp', title: '', description: logo.alt },
  })
  return [new Paragraph({ alignment: AlignmentType.LEFT, children: [image] })]
}
