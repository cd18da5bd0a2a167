import { FileDown, ListTodo } from 'lucide-react'
import type { Metadata } from 'next'
import { buttonStyle } from '#editor/ui/button-style.ts'
import { listMeasures } from '#server/measures/list-measures.ts'
import { measureChoices } from '#server/measures/measure-choices.ts'
import { services } from '#server/services.ts'
import { requireActor } from '../../session.ts'
import { ButtonLink } from '../../ui/button-link.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageBody } from '../../ui/page-body.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefreshWhileVisible } from '../_components/refresh-while-visible.tsx'
import { MeasureTable } from './_components/measure-table.tsx'
import { Pages } from './_components/pages.tsx'
import { RegisterFilters } from './_components/register-filters.tsx'
import { filterQuery, type RegisterParams, readFilter } from './register-address.ts'
import { sv } from './sv.ts'

export const metadata: Metadata = { title: sv.title }

export default async function RegisterPage({ searchParams }: { searchParams: Promise<RegisterParams> }) {
  const filter = readFilter(await searchParams)
  const query = filterQuery(filter)
  const actor = await requireActor(`/atgarder${query}`)
  const [list, choices] = await Promise.all([
    listMeasures(services(), actor, filter),
    measureChoices(services(), actor),
  ])
  const filtered = filterQuery({ ...filter, page: 1 }) !== ''
  return (
    <PageBody>
      <RefreshWhileVisible seconds={15} notWhileIn="[data-register]" />
      <PageHeader
        title={sv.title}
        description={sv.description}
        actions={
          list.count > 0 && (
            <a href={`/atgarder/csv${query}`} download className={buttonStyle('secondary', 'md')}>
              <FileDown aria-hidden />
              {sv.export}
            </a>
          )
        }
      />
      {(filtered || list.count > 0) && (
        // Another filter, another form: what stands in its fields is what the address says.
        <RegisterFilters key={query} filter={filter} choices={choices} reportTitle={list.measures[0]?.reportTitle} />
      )}
      {list.count > 0 ? (
        <>
          <p role="status" className="mb-3 font-semibold">
            {sv.count(list.count, list.overdue)}
          </p>
          <MeasureTable measures={list.measures} filter={filter} />
          <Pages page={list.page} pageCount={list.pageCount} filter={filter} />
        </>
      ) : (
        <EmptyState
          icon={<ListTodo />}
          title={filtered ? sv.noMatchTitle : sv.emptyTitle}
          action={filtered && <ButtonLink href="/atgarder">{sv.filter.clear}</ButtonLink>}
        >
          {filtered ? sv.noMatchText : sv.emptyText}
        </EmptyState>
      )}
    </PageBody>
  )
}
