import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireActor } from '#app/session.ts'
import { keepPageText } from '#editor/core/page-texts.ts'
import { readLastPeriod } from '#server/contributions/read-last-period.ts'
import { NotFoundError } from '#server/errors.ts'
import { readReport } from '#server/reports/read-report.ts'
import { services } from '#server/services.ts'
import { OpenOwn } from './_components/open-own.tsx'

type Props = { params: Promise<{ reportId: string }> }

const pathOf = (reportId: string): string => `/mina-avsnitt/${reportId}`

/** Null where it does not exist, or this person may not know that it does. Read once for title and page. */
const ownReport = cache(async (reportId: string) => {
  const actor = await requireActor(pathOf(reportId))
  try {
    const page = await readReport(services(), actor, reportId, { own: true })
    return { page, last: await readLastPeriod(services(), actor, reportId, page.sections) }
  } catch (error) {
    if (error instanceof NotFoundError) return null
    throw error
  }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await ownReport((await params).reportId)
  return { title: found?.page.report.title }
}

export default async function OwnReportPage({ params }: Props) {
  const { reportId } = await params
  const found = await ownReport(reportId)
  if (!found) notFound()
  const sections = found.page.sections.map(({ html, ...section }) => ({ ...section, text: keepPageText(html) }))
  return (
    <OpenOwn
      page={{ ...found.page, sections }}
      last={found.last}
      signInHref={`/logga-in?callbackUrl=${encodeURIComponent(pathOf(reportId))}`}
    />
  )
}
