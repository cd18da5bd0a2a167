export interface TokenObject {
  kind: 'certificate' | 'private-key'
  label: string | null
  /** CKA_ID in hex, which a key and its certificate have in common; null where it has none. */
  id: string | null
}

const KINDS: [RegExp, TokenObject['kind']][] = [
  [/^Certificate Object; type = X\.509 cert/, 'certificate'],
  [/^Private Key Object;/, 'private-key'],
]

/** What `pkcs11-tool --list-objects` wrote: certificates and private keys; public keys and data are passed over. */
export function readTokenObjects(listing: string): TokenObject[] {
  const found: TokenObject[] = []
  let current: TokenObject | null = null
  for (const line of listing.split('\n')) {
    if (/^\S/.test(line)) {
      const kind = KINDS.find(([pattern]) => pattern.test(line))?.[1]
      current = kind ? { kind, label: null, id: null } : null
      if (current) found.push(current)
    }
    const [, name, value = ''] = /^ {2}(label|ID): +(.*?)\s*$/.exec(line) ?? []
    if (!current || value === '') continue
    if (name === 'label') current.label ??= value
    else if (/^([0-9a-f]{2})+$/i.test(value)) current.id ??= value.toLowerCase()
  }
  return found
}
