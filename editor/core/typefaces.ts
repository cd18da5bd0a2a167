/** The faces that documents can be set in: all open (SIL OFL 1.1), with every sign of Swedish official text. */
export const TYPEFACES = {
  'plex-sans': { family: 'IBM Plex Sans', style: 'sans', instead: ['Segoe UI'] },
  'source-sans': { family: 'Source Sans 3', style: 'sans', instead: ['Source Sans Pro', 'Calibri', 'Segoe UI'] },
  'source-serif': { family: 'Source Serif 4', style: 'serif', instead: ['Source Serif Pro', 'Cambria', 'Georgia'] },
} as const satisfies Record<string, TypefaceFacts>

interface TypefaceFacts {
  family: string
  style: 'sans' | 'serif'
  /** What machines without it may have, the most like it first. */
  instead: readonly string[]
}

export type Typeface = keyof typeof TYPEFACES

export const DEFAULT_TYPEFACE: Typeface = 'plex-sans'

export const TYPEFACE_KEYS = Object.keys(TYPEFACES) as [Typeface, ...Typeface[]]

/** "IBM Plex Sans" */
export const familyOf = (typeface: Typeface): string => TYPEFACES[typeface].family

/** As CSS names the face and what stands in for it. */
export function cssFamily(typeface: Typeface): string {
  const { family, style, instead } = TYPEFACES[typeface]
  const named = [family, ...instead].map(name => `"${name}"`)
  return [...named, ...(style === 'sans' ? ['system-ui', 'sans-serif'] : ['serif'])].join(',')
}
