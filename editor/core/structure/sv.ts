import { formatDate } from '../format-date.ts'

interface Said {
  label: string
  /** As it is shown. */
  value: string
}

const either = new Intl.ListFormat('sv', { type: 'disjunction' })
const both = new Intl.ListFormat('sv', { type: 'conjunction' })

const named = ({ label, value }: Said): string => `${label} (${value})`
const later = (months: number): string =>
  months === 0
    ? ''
    : ` ${months > 0 ? 'plus' : 'minus'} ${Math.abs(months)} ${Math.abs(months) === 1 ? 'månad' : 'månader'}`

export const sv = {
  least: (mine: Said, other: Said) => `${named(mine)} får inte vara mindre än ${named(other)}.`,
  most: (mine: Said, other: Said) => `${named(mine)} får inte vara större än ${named(other)}.`,
  early: (mine: Said, other: Said, { limit, months }: { limit: string; months: number }) =>
    `${named(mine)} är för tidigt mot ${named(other)}${later(months)}: tidigast ${formatDate(limit)}.`,
  late: (mine: Said, other: Said, { limit, months }: { limit: string; months: number }) =>
    `${named(mine)} är för sent mot ${named(other)}${later(months)}: senast ${formatDate(limit)}.`,
  asked: (label: string, because: Said) => `Fyll i ${label}: ${because.label} är ${because.value}.`,
  needs: (because: Said, { least, lists, filled }: { least: number; lists: string[]; filled: string[][] }) =>
    `${named(because)} kräver minst ${least === 1 ? 'en rad' : `${least} rader`} under ${either.format(lists.map(list => `”${list}”`))}${filled.length ? `, med ${both.format(filled.map(labels => either.format(labels)))}` : ''}.`,
}
