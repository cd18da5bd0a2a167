import { formatDate } from '#editor/core/format-date.ts'
import { roleOwner } from '#editor/core/owner-name.ts'
import { sv as sectionWords } from '#editor/surface/sections/sv.ts'
import type { ChangeEntry } from '#server/history/read-changes.ts'
import { ROLE_NAMES } from '#server/policies/role-names.ts'
import { fieldOf, type Holder } from './holders.ts'
import { sv } from './sv.ts'

type Names = Record<string, string>
type Tell = (before: unknown, after: unknown, names: Names) => string

const statusWord = (status: unknown): string =>
  (sectionWords.status as Record<string, string>)[String(status)] ?? String(status)

/** From nothing, to nothing, or from one to another. */
function fromTo(
  words: { set: (after: string) => string; gone: (before: string) => string; other: (a: string, b: string) => string },
  word: (value: unknown, names: Names) => string,
): Tell {
  return (before, after, names) => {
    if (before === null) return words.set(word(after, names))
    if (after === null) return words.gone(word(before, names))
    return words.other(word(before, names), word(after, names))
  }
}

/** Of a person by their id, or of a role. */
const nameOf = (owner: unknown, names: Names): string => {
  const role = typeof owner === 'object' && owner !== null && 'role' in owner ? String(owner.role) : null
  if (role !== null) return roleOwner((ROLE_NAMES as Record<string, string>)[role] ?? role)
  return names[String(owner)] ?? sv.someone
}
const told = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const FIELDS: Record<string, Tell> = {
  status: (before, after) => sv.change.status(statusWord(before), statusWord(after)),
  owner: fromTo(sv.change.owner, nameOf),
  deadline: fromTo(sv.change.deadline, value => formatDate(String(value))),
  notApplicable: fromTo(sv.change.notApplicable, told),
  unit: (_before, after) => (after === null ? sv.change.unitRemoved : sv.change.unitAdded),
  order: (_before, after) => sv.change.moved(Number(after) + 1),
  title: (before, after) => sv.change.title(told(before), told(after)),
  year: fromTo(sv.change.other('Året'), told),
  diaryNumber: fromTo(sv.change.other('Diarienumret'), told),
  answer: (_before, after) => sv.change.answerIncluded(told(after)),
  figures: (_before, after) => sv.change.figuresAccepted(Object.keys(after as object).length),
  locked: (_before, after) => (after ? sv.change.locked : sv.change.unlocked),
}

/** "Status ändrad från Utkast till Klart" @param holder what was changed; undefined where it is not there any more */
export function changeText({ field, before, after }: ChangeEntry, names: Names, holder?: Holder): string {
  const value = fieldOf(holder, field)
  const tell =
    FIELDS[field] ?? (value ? fromTo(sv.change.other(value.label), value.word) : fromTo(sv.change.other(field), told))
  return tell(before ?? null, after ?? null, names)
}
