const OWN = 'egen-'

/** Key of an organisation's own template that began as the product's of this key: "egen-revisionssvar". */
export const ownKey = (key: string): string => (key.startsWith(OWN) ? key : `${OWN}${key}`)

/** The product's template that one began as, by its name: "egen-revisionssvar-2" → "revisionssvar". The product's own stay. */
export const productKey = (key: string): string =>
  key.startsWith(OWN) ? key.slice(OWN.length).replace(/-\d+$/, '') : key
