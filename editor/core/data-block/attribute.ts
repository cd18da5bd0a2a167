import type { Attribute } from '@tiptap/core'

function parsed(json: string | null): unknown {
  if (json === null) return null
  try {
    return JSON.parse(json)
  } catch {
    // Somebody else's HTML: it says nothing that can be used.
    return null
  }
}

/**
 * An attribute of a data block that holds any JSON. It is null until somebody chooses, and then not in the document at
 * all: one that is added later changes no document that is there.
 * @param html name in HTML, "data-columns"
 */
export const chosen = (key: string, html: `data-${string}`): Partial<Attribute> => ({
  default: null,
  parseHTML: element => parsed(element.getAttribute(html)),
  renderHTML: attrs => (attrs[key] === null ? {} : { [html]: JSON.stringify(attrs[key]) }),
})

/** The indicators of a block, in the order of their rows. */
export const indicatorIdsAttribute: Partial<Attribute> = {
  default: [],
  parseHTML: element => parsed(element.getAttribute('data-indicator-ids')) ?? [],
  renderHTML: attrs => ({ 'data-indicator-ids': JSON.stringify(attrs.indicatorIds) }),
}

/** The year that a block accounts for. */
export const yearAttribute: Partial<Attribute> = {
  default: null,
  parseHTML: element => Number(element.getAttribute('data-year')) || null,
  renderHTML: attrs => ({ 'data-year': attrs.year }),
}

export const captionAttribute: Partial<Attribute> = {
  default: '',
  parseHTML: element => element.getAttribute('data-caption') ?? '',
  renderHTML: attrs => ({ 'data-caption': attrs.caption }),
}
