import type { SigningPage } from '#editor/core/signing-page.ts'
import { renderPdf } from '../../export/render-pdf.ts'
import { doc, p } from '../../export/testing/nodes.ts'
import { sampleReport } from '../../export/testing/sample-report.ts'
import type { SigningIdentity } from '../keys/key-provider.ts'

export const ORGANISATION = 'Exempelköpings kommun'

const person = (userId: string, name: string, title: string, capacity: string): SigningIdentity => ({
  userId,
  name,
  title,
  capacity,
  organisation: ORGANISATION,
  authentication: {
    method: 'oidc',
    issuer: 'https://inloggning.exempelkoping.se',
    subject: `subject-${userId}`,
    acr: 'http://id.elegnamnden.se/loa/1.0/loa3',
    amr: ['mfa'],
    at: '2026-02-03T08:58:30.000Z',
  },
})

/** Two people whose names and titles are not easy. */
export const asa = person('u-1', 'Åsa Öberg', 'Medicinskt ansvarig sjuksköterska (MAS)', 'Föredragande')
export const orjan = person('u-2', 'Örjan Ängström /ByteRange \\(O’Hara)', 'Ordförande', 'Ordförande')

export const signingPage: SigningPage = {
  version: 1,
  code: '7KQM2RXAP4TW',
  verifyUrl: 'https://samskrift.exempelkoping.se/verifiera/7KQM2RXAP4TW',
  signers: [asa, orjan].map(({ name, title, capacity }, index) => ({
    field: `underskrift-${index + 1}`,
    name,
    title,
    capacity,
  })),
}

export const place = {
  diaryNumber: 'VON/2024:18',
  reportTitle: 'Patientsäkerhetsberättelse (2023)',
  organisation: ORGANISATION,
}

/** A short report with fields for Åsa and Örjan, as it is before anybody signed. */
export function reportToSign(): Promise<Uint8Array> {
  const { resolved, images } = sampleReport()
  resolved.report.status = 'locked'
  resolved.sections = resolved.sections.slice(0, 2).map(section => ({ ...section, content: doc(p('Ett stycke.')) }))
  return renderPdf(resolved, images, undefined, { signing: signingPage })
}
