import type { ReactElement } from 'react'
import { logoSize } from '../../core/document-profile.ts'
import type { ResolvedReport } from '../../core/resolved-report.ts'
import { Image } from '../elements.ts'

/** Points. */
const BOX = { width: 170, height: 54 }
/** Points per pixel (96 per inch). */
const NATURAL = 0.75

/** The organisation's own mark; null where it has none. @param place what its element is named after */
export function organisationLogo({ organisation }: ResolvedReport, place: string): ReactElement | null {
  const logo = organisation.profile?.logo
  if (!logo) return null
  return (
    <Image
      struct={{ role: 'Figure', id: `${place}-logotyp`, alt: logo.alt }}
      src={{ data: Buffer.from(logo.base64, 'base64'), format: logo.mediaType === 'image/png' ? 'png' : 'jpg' }}
      style={{ ...logoSize(logo, BOX, NATURAL), marginBottom: 14 }}
    />
  )
}
