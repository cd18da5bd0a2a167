import type { RelativeDistinguishedNames } from 'pkijs'

const KEYS: Record<string, string> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.42': 'GN',
  '2.5.4.97': 'organizationIdentifier',
}

const escaped = (value: string): string => value.replace(/[\\",+<>;]|^[ #]| $/g, '\\$&')

const parts = (name: RelativeDistinguishedNames): { key: string; value: string }[] =>
  name.typesAndValues.map(({ type, value }) => ({ key: KEYS[type] ?? type, value: String(value.valueBlock.value) }))

/** A name as RFC 4514 writes it: "CN=Åsa Öberg,O=Exempelköpings kommun,C=SE". */
export const distinguishedName = (name: RelativeDistinguishedNames): string =>
  parts(name)
    .reverse()
    .map(({ key, value }) => `${key}=${escaped(value)}`)
    .join(',')

/** What people call it: the common name, else the organisation, else all of it. */
export function commonName(name: RelativeDistinguishedNames): string {
  const of = (wanted: string) => parts(name).findLast(({ key }) => key === wanted)?.value
  return of('CN') ?? of('O') ?? distinguishedName(name)
}
