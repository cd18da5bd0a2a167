/** "Rekommendation {n}: {rubrik}" with what is known; what has no value goes, with the sign that led to it. */
export const fillPattern = (pattern: string, values: Readonly<Record<string, string | number | undefined>>): string =>
  pattern
    .replace(/([:–—,-]?\s*)\{([^}]+)\}/g, (_all, before: string, name: string) => {
      const value = values[name]
      return value === undefined || value === '' ? '' : `${before}${value}`
    })
    .trim()
