import type { MeasureFilter } from '#server/measures/measure-filter.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { filterQuery } from '../register-address.ts'
import { sv } from '../sv.ts'

export function Pages({ page, pageCount, filter }: { page: number; pageCount: number; filter: MeasureFilter }) {
  if (pageCount === 1) return null
  const at = (there: number): string => `/atgarder${filterQuery({ ...filter, page: there })}`
  return (
    <nav aria-label={sv.pages} className="mt-5 flex flex-wrap items-center justify-center gap-4 print:hidden">
      {page > 1 && <ButtonLink href={at(page - 1)}>{sv.previous}</ButtonLink>}
      <span>{sv.page(page, pageCount)}</span>
      {page < pageCount && <ButtonLink href={at(page + 1)}>{sv.next}</ButtonLink>}
    </nav>
  )
}
