import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireActor } from '#app/session.ts'
import { PageBody } from '#app/ui/page-body.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { type DocumentNode, textOf, walk } from '#editor/core/document-node.ts'
import { buttonStyle } from '#editor/ui/button-style.ts'
import { Notice } from '#editor/ui/notice.tsx'
import { NotAllowedError, NotFoundError, ReportLockedError } from '#server/errors.ts'
import { findReport } from '#server/reports/find-report.ts'
import { readWordImport, type WordImportToPlace } from '#server/reports/word-import/read-word-import.ts'
import { services } from '#server/services.ts'
import { PartRow, type ShownPart } from './_components/part-row.tsx'
import { UploadForm } from './_components/upload-form.tsx'
import { sv } from './sv.ts'

export const metadata: Metadata = { title: sv.title }

const SHOWN = 280

function countIn(node: DocumentNode, wanted: string): number {
  let count = 0
  walk(node, ({ type }) => {
    if (type === wanted) count += 1
  })
  return count
}

function shown(found: WordImportToPlace, part: WordImportToPlace['parts'][number]): ShownPart {
  const content = part.content as DocumentNode
  const text = textOf(content).replace(/\s+/g, ' ')
  const section = found.sections.find(({ id }) => id === part.sectionId)
  return {
    id: part.id,
    heading: part.heading,
    text: text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text,
    contents: sv.contents({
      tables: countIn(content, 'table'),
      pictures: countIn(content, 'image'),
      notes: countIn(content, 'footnote'),
    }),
    suggested: part.suggested,
    placedIn: part.sectionId === null ? null : section ? `${section.number} ${section.heading}` : sv.elsewhere,
    left: part.left,
  }
}

function NotUnderstoodList({ things }: { things: WordImportToPlace['notUnderstood'] }) {
  if (things.length === 0) return null
  return (
    <section aria-labelledby="inte-med" className="mt-8">
      <h2 id="inte-med" className="text-xl font-semibold">
        {sv.notUnderstood}
      </h2>
      <ul className="mt-2 list-disc pl-5">
        {things.map(({ code, detail, heading }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and the same thing may be lost twice.
          <li key={index}>
            {sv.thing(code, detail)}
            {heading && <span className="text-muted"> {sv.under(heading)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

export default async function WordPage({ params }: { params: Promise<{ reportId: string }> }) {
  const { reportId } = await params
  const actor = await requireActor(`/rapporter/${reportId}/word`)
  const refused = (error: unknown): never => {
    if (error instanceof NotFoundError || error instanceof NotAllowedError || error instanceof ReportLockedError)
      notFound()
    throw error
  }
  const report = await findReport(services().db, actor, reportId, 'report.write').catch(refused)
  const found = await readWordImport(services(), actor, reportId).catch(refused)
  const left = found?.parts.filter(part => part.sectionId === null && !part.left).length ?? 0
  return (
    <PageBody narrow>
      <PageHeader
        title={sv.titleOf(report.title)}
        description={sv.description}
        actions={
          <a href={`/rapporter/${reportId}`} className={buttonStyle('secondary', 'md')}>
            {sv.back}
          </a>
        }
      />
      <UploadForm reportId={reportId} another={found !== null} />
      {found && (
        <section aria-labelledby="delar" className="mt-8">
          <h2 id="delar" className="text-xl font-semibold">
            {sv.parts(found.fileName)}
          </h2>
          <div className="mt-3">
            <Notice tone={left ? 'info' : 'good'}>{left ? sv.left(left) : sv.done}</Notice>
          </div>
          <ul className="mt-4 flex flex-col gap-4">
            {found.parts.map(part => (
              <PartRow
                key={part.id}
                place={{ reportId, importId: found.id }}
                part={shown(found, part)}
                sections={found.sections}
              />
            ))}
          </ul>
          <NotUnderstoodList things={found.notUnderstood} />
        </section>
      )}
    </PageBody>
  )
}
