import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import type { Audience, ExportFormat } from './exports.ts'
import { slug } from './slug.ts'

/** "Rapport 2023 undertecknad" → "rapport-2023-undertecknad.pdf" */
export const fileNameOf = (title: string, extension: string): string => `${slug(title).toLowerCase()}.${extension}`
const ENDINGS: Record<ExportFormat, string> = {
  pdf: '.pdf',
  docx: '.docx',
  html: '.html',
  archive: '-arkivpaket.zip',
}

/** "patientsakerhetsberattelse-2023-VON-2024-18.pdf"; without a diary number "…-2023-utkast.pdf" while a draft. */
export function exportFileName(
  { report }: ResolvedReport,
  format: ExportFormat,
  audience: Audience = 'internal',
): string {
  const year = String(report.year)
  const title = slug(report.title).toLowerCase()
  const parts = [
    title.split('-').includes(year) ? title : `${title}-${year}`,
    report.diaryNumber ? slug(report.diaryNumber) : '',
    report.status === 'draft' ? 'utkast' : '',
    audience === 'public' ? 'offentlig' : '',
  ]
  return `${parts.filter(Boolean).join('-')}${ENDINGS[format]}`
}
