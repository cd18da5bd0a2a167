import { Database, Upload } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { Notice } from '#editor/ui/notice.tsx'
import { listImports } from '#server/indicators/list-imports.ts'
import { listIndicators } from '#server/indicators/list-indicators.ts'
import { readFigures } from '#server/indicators/read-figures.ts'
import { can } from '#server/policies/can.ts'
import { services } from '#server/services.ts'
import { requireActor } from '../../session.ts'
import { ButtonLink } from '../../ui/button-link.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageBody } from '../../ui/page-body.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ImportHistory } from './_components/import-history.tsx'
import { SourceTable } from './_components/source-table.tsx'
import { refsOf } from './source-figures.ts'
import { sv } from './sv.ts'

export const metadata: Metadata = { title: sv.title }

const INDICATORS_SHOWN = 200

export default async function DataPage({ searchParams }: { searchParams: Promise<{ importerad?: string }> }) {
  const actor = await requireActor('/data')
  const { importerad } = await searchParams
  const [sources, imports] = await Promise.all([
    listIndicators(services(), actor, INDICATORS_SHOWN),
    listImports(services(), actor),
  ])
  const data = await readFigures(services(), actor.organisationId, sources.flatMap(refsOf))
  const done = imports.find(record => record.id === importerad)
  const mayImport = can(actor, 'data.import', { organisationId: actor.organisationId })
  const importLink = mayImport && (
    <ButtonLink href="/data/importera" variant="primary" icon={<Upload />}>
      {sv.import}
    </ButtonLink>
  )
  const connections = (
    <>
      <ButtonLink href="/data/kolada">{sv.kolada}</ButtonLink>
      {can(actor, 'api.manage', { organisationId: actor.organisationId }) && (
        <ButtonLink href="/data/anslutningar">{sv.connections}</ButtonLink>
      )}
    </>
  )
  if (sources.length === 0)
    return (
      <PageBody>
        <PageHeader title={sv.title} actions={connections} />
        <EmptyState icon={<Database />} title={sv.emptyTitle} action={importLink}>
          {mayImport ? sv.emptyText : sv.emptyTextReader}
        </EmptyState>
      </PageBody>
    )
  return (
    <PageBody>
      <PageHeader
        title={sv.title}
        description={sv.description}
        actions={
          <>
            <ButtonLink href="/data/olika">{sv.differing}</ButtonLink>
            {connections}
            {importLink}
          </>
        }
      />
      <div className="flex flex-col gap-10">
        {done && (
          <Notice tone="good" title={sv.imported} alert>
            {sv.importedText(done.fileName, done.written)}{' '}
            <Link href={`/data/importer/${done.id}`} className="text-accent underline">
              {sv.importedShow}
            </Link>
          </Notice>
        )}
        <nav aria-label={sv.jump}>
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {[...sources.map(({ source, sourceName }) => [source, sourceName]), ['importer', sv.history.title]].map(
              ([id, name]) => (
                <li key={id}>
                  <a href={`#${id}`} className="inline-block py-1 text-accent underline">
                    {name}
                  </a>
                </li>
              ),
            )}
          </ul>
        </nav>
        {sources.map(source => (
          <section key={source.source} aria-labelledby={source.source}>
            <div className="mb-3 flex flex-wrap items-baseline gap-x-3">
              <h2 id={source.source} className="text-xl font-semibold">
                {source.sourceName}
              </h2>
              <p className="text-sm text-muted">{sv.table.count(source.indicators.length, source.indicatorCount)}</p>
            </div>
            <SourceTable source={source} data={data} />
          </section>
        ))}
        <section aria-labelledby="importer">
          <h2 id="importer" className="mb-3 text-xl font-semibold">
            {sv.history.title}
          </h2>
          <ImportHistory imports={imports} mayUndo={mayImport} />
        </section>
      </div>
    </PageBody>
  )
}
