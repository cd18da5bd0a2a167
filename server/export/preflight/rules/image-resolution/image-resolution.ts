import { walk } from '#editor/core/document-node.ts'
import { printedScale } from '#editor/pdf/pictures/printed-size.ts'
import type { Finding } from '../../../../checks/check.ts'
import type { PreflightRule } from '../../preflight-rule.ts'
import { sv } from './sv.ts'

/** Pixels per inch of the printed picture. */
const LEAST = 150
const POINTS_PER_INCH = 72

/** Pictures whose pixels show on paper. */
export const imageResolution: PreflightRule = {
  rule: 'image-resolution',
  formats: ['pdf'],
  run: ({ sections, images }) =>
    sections.flatMap(({ id, number, heading, content }) => {
      const findings: Finding[] = []
      walk(content, ({ type, attrs }) => {
        const image = type === 'image' ? images[String(attrs?.imageId)] : undefined
        if (!image) return
        const dpi = Math.floor(POINTS_PER_INCH / printedScale(image))
        if (dpi >= LEAST) return
        const message = sv.low(String(attrs?.alt ?? '').slice(0, 80), dpi, `${number} ${heading}`.trim())
        findings.push({ rule: 'image-resolution', level: 'warning', sectionId: id, message })
      })
      return findings
    }),
}
