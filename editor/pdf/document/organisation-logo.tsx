import type { ReactElement } from 'react'
import type { ResolvedReport } from '../../core/resolved-report.ts'
import { Image } from '../elements.ts'
import { printedLogo } from '../pictures/printed-size.ts'

/** The organisation's own mark; null where it has none. @param place what its element is named after */
export function organisationLogo({ organisation }: ResolvedReport, place: string): ReactElement | null {
  const logo = organisation.profile?.logo
  if (!logo) return null
  return (
    <Image
      struct={{ role: 'Figure', id: `${place}-logotyp`, alt: logo.alt }}
      src={{ data: Buffer.from(logo.base64, 'base64'), format: logo.mediaType === 'image/png' ? 'png' : 'jpg' }}
      style={{ ...printedLogo(logo), marginBottom: 14 }}
    />
  )
}
