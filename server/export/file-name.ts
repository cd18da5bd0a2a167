import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import type { ExportFormat } from './exports.ts'

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** "Rapport 2023 undertecknad" → "rapport-2023-undertecknad.pdf" */
export const fileNameOf = (title: string, extension: string): string => `${slug(title).toLowerCase()}.${extension}`

/** "patientsakerhetsberattelse-2023-VON-2024-18.pdf"; without a diary number "…-2023-utkast.pdf" while a draft. */
export function exportFileName({ report }: ResolvedReport, format: ExportFormat): string {
  const year = String(report.year)
  const title = slug(report.title).toLowerCase()
  const parts = [
    title.split('-').includes(year) ? title : `${title}-${year}`,
    report.diaryNumber ? slug(report.diaryNumber) : '',
    report.status === 'draft' ? 'utkast' : '',
  ]
  return `${parts.filter(Boolean).join('-')}.${format}`
}
