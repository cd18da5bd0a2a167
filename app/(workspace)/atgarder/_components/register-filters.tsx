import { Button } from '#editor/ui/button.tsx'
import type { MeasureChoices } from '#server/measures/measure-choices.ts'
import { DUE, type MeasureFilter, STATUSES } from '#server/measures/measure-filter.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { fieldName, filterQuery } from '../register-address.ts'
import { sv as all } from '../sv.ts'

const sv = all.filter

export interface RegisterFiltersProps {
  filter: MeasureFilter
  choices: MeasureChoices
  /** Of the only report that is shown, where there is one. */
  reportTitle: string | undefined
}

/** A plain form: it works before scripts do, and what it asks for stands in the address. */
export function RegisterFilters({ filter, choices, reportTitle }: RegisterFiltersProps) {
  const { boards, templates, roles } = choices
  return (
    <form
      action="/atgarder"
      aria-label={sv.title}
      className="mb-6 grid items-end gap-4 rounded-xl bg-surface p-4 shadow-raised sm:grid-cols-2 lg:grid-cols-3 print:hidden"
    >
      <TextField
        type="search"
        label={sv.search}
        hint={sv.searchHint}
        name={fieldName('search')}
        defaultValue={filter.search}
      />
      <TextField label={sv.role} name={fieldName('role')} defaultValue={filter.role} list="roller" />
      <datalist id="roller">
        {roles.map(role => (
          <option key={role} value={role} />
        ))}
      </datalist>
      <SelectField
        label={sv.due}
        name={fieldName('due')}
        placeholder={sv.anyDue}
        defaultValue={filter.due ?? ''}
        options={DUE.map(value => ({ value, label: sv.dues[value] }))}
      />
      <SelectField
        label={sv.status}
        name={fieldName('status')}
        placeholder={sv.anyStatus}
        defaultValue={filter.status ?? ''}
        options={STATUSES.map(value => ({ value, label: sv.statuses[value] }))}
      />
      <SelectField
        label={sv.board}
        name={fieldName('boardId')}
        placeholder={sv.allBoards}
        defaultValue={filter.boardId ?? ''}
        options={boards.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        label={sv.origin}
        name={fieldName('templateKey')}
        placeholder={sv.anyOrigin}
        defaultValue={filter.templateKey}
        options={templates.map(({ key, name }) => ({ value: key, label: name }))}
      />
      {filter.reportId && (
        <label className="flex min-h-10 items-center gap-2">
          <input type="checkbox" name={fieldName('reportId')} value={filter.reportId} defaultChecked />
          {sv.report(reportTitle ?? '')}
        </label>
      )}
      <div className="flex flex-wrap gap-3 sm:col-span-2 lg:col-span-3">
        <Button type="submit" variant="primary">
          {sv.apply}
        </Button>
        {filterQuery({ ...filter, page: 1 }) && <ButtonLink href="/atgarder">{sv.clear}</ButtonLink>}
      </div>
    </form>
  )
}
