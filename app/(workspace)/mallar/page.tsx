import { Check, Copy, FilePen } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { Button } from '#editor/ui/button.tsx'
import { services } from '#server/services.ts'
import { listOwnTemplates } from '#server/templates/list-templates.ts'
import { templates } from '#templates/index.ts'
import { requireActor } from '../../session.ts'
import { PageBody } from '../../ui/page-body.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Status } from '../../ui/status.tsx'
import { ImportTemplate } from './_components/import-template.tsx'
import { copyAction } from './actions.ts'
import { sv } from './sv.ts'

export const metadata: Metadata = { title: sv.title }

export default async function TemplatesPage() {
  const own = await listOwnTemplates(services(), await requireActor('/mallar'))
  return (
    <PageBody>
      <PageHeader title={sv.title} description={sv.description} />
      <div className="flex flex-col gap-10">
        <section aria-labelledby="egna">
          <h2 id="egna" className="mb-3 text-xl font-semibold">
            {sv.own}
          </h2>
          {own.length === 0 ? (
            <p className="text-muted">{sv.ownEmpty}</p>
          ) : (
            <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
              {own.map(({ key, name, published }) => (
                <li key={key} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
                  <Link
                    href={`/mallar/${key}`}
                    aria-label={sv.edit(name)}
                    className="min-w-0 grow font-semibold text-accent underline"
                  >
                    {name}
                  </Link>
                  {published === null ? (
                    <Status icon={<FilePen />}>{sv.notPublished}</Status>
                  ) : (
                    <Status tone="good" icon={<Check />}>
                      {sv.published(published)}
                    </Status>
                  )}
                  <a
                    href={`/mallar/${key}/fil`}
                    download
                    aria-label={sv.downloadNamed(name)}
                    className="text-accent underline"
                  >
                    {sv.download}
                  </a>
                </li>
              ))}
            </ul>
          )}
          <details className="mt-4">
            <summary className="inline-block min-h-6 rounded text-accent">{sv.import}</summary>
            <ImportTemplate />
          </details>
        </section>
        <section aria-labelledby="produktens">
          <h2 id="produktens" className="mb-3 text-xl font-semibold">
            {sv.product}
          </h2>
          <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
            {templates.map(({ key, name, description, sections }) => (
              <li key={key} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
                <div className="min-w-64 grow basis-80">
                  <h3 className="font-semibold">{name}</h3>
                  <p className="text-sm text-muted">
                    {description} {sv.sections(sections.length)}.
                  </p>
                </div>
                <form action={copyAction.bind(null, key)}>
                  <Button type="submit" size="sm" icon={<Copy aria-hidden />} aria-label={sv.copyOf(name)}>
                    {sv.copy}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </PageBody>
  )
}
