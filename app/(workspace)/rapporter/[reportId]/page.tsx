import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireActor } from '#app/session.ts'
import { keepPageText } from '#editor/core/page-texts.ts'
import { NotFoundError } from '#server/errors.ts'
import { readReport } from '#server/reports/read-report.ts'
import { services } from '#server/services.ts'
import { OpenReport } from './_components/open-report.tsx'

type Props = { params: Promise<{ reportId: string }> }

const pathOf = (reportId: string): string => `/rapporter/${reportId}`

/** Null where it does not exist, or this person may not know that it does. Read once for title and page. */
const report = cache(async (reportId: string) => {
  const actor = await requireActor(pathOf(reportId))
  try {
    return await readReport(services(), actor, reportId)
  } catch (error) {
    if (error instanceof NotFoundError) return null
    throw error
  }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await report((await params).reportId)
  return { title: page?.report.title }
}

export default async function ReportPage({ params }: Props) {
  const { reportId } = await params
  const page = await report(reportId)
  if (!page) notFound()
  const sections = page.sections.map(({ html, ...section }) => ({ ...section, text: keepPageText(html) }))
  return (
    <OpenReport
      page={{ ...page, sections }}
      signInHref={`/logga-in?callbackUrl=${encodeURIComponent(pathOf(reportId))}`}
    />
  )
}
