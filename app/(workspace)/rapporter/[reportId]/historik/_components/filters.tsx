import { SelectField } from '#app/ui/select-field.tsx'
import { Button } from '#editor/ui/button.tsx'
import type { HistoryPlace } from '../place.ts'
import { sectionName } from '../place.ts'
import { sv } from '../sv.ts'

export interface FiltersProps {
  place: HistoryPlace
  /** Ids of everybody who has done something. */
  people: string[]
  names: Record<string, string>
  sectionId: string | undefined
  userId: string | undefined
}

export function Filters({ place, people, names, sectionId, userId }: FiltersProps) {
  const persons = people
    .map(value => ({ value, label: names[value] ?? sv.someone }))
    .sort((one, other) => one.label.localeCompare(other.label, 'sv'))
  const sections = place.structure.sections.map(({ id }) => ({ value: id, label: sectionName(place, id) }))
  return (
    <form action={place.path} aria-label={sv.filter.title} className="flex flex-wrap items-end gap-4">
      <div className="min-w-56 grow sm:max-w-96">
        <SelectField
          label={sv.filter.section}
          name="avsnitt"
          placeholder={sv.filter.allSections}
          options={sections}
          defaultValue={sectionId ?? ''}
        />
      </div>
      <div className="min-w-44">
        <SelectField
          label={sv.filter.person}
          name="person"
          placeholder={sv.filter.everyone}
          options={persons}
          defaultValue={userId ?? ''}
        />
      </div>
      <Button type="submit">{sv.filter.apply}</Button>
    </form>
  )
}
