import { roleOwner } from '../../core/owner-name.ts'
import type { Person, RoleChoice, SectionStructure } from '../../core/report-page.ts'
import type { SectionChange } from '../report-api.ts'
import { sv } from './sv.ts'

export interface Owners {
  people: Person[]
  roles: RoleChoice[]
}

// A role's key is no uuid, so the two never mix.
const ownerChange = (value: string, roles: readonly RoleChoice[]): SectionChange =>
  roles.some(role => role.key === value)
    ? { ownerRole: value, ownerId: null }
    : { ownerId: value || null, ownerRole: null }

export interface OwnerFieldProps extends Owners {
  section: SectionStructure
  /** Which section it is about, for who only hears the control's name. */
  name: string
  onChange: (change: SectionChange) => void
  className: string
}

/** One person, everyone with a role, or nobody. */
export function OwnerField({ section, name, people, roles, onChange, className }: OwnerFieldProps) {
  return (
    <select
      aria-label={sv.of(sv.ownerLabel, name)}
      value={section.ownerRole ?? section.ownerId ?? ''}
      onChange={event => onChange(ownerChange(event.target.value, roles))}
      className={className}
    >
      <option value="">{sv.noOwner}</option>
      <optgroup label={sv.ownerPeople}>
        {people.map(person => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </optgroup>
      <optgroup label={sv.ownerRoles}>
        {roles.map(role => (
          <option key={role.key} value={role.key}>
            {role.held ? roleOwner(role.name) : sv.roleOfNobody(roleOwner(role.name))}
          </option>
        ))}
      </optgroup>
    </select>
  )
}
