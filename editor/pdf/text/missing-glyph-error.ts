/** The report holds signs that the font cannot draw; drawing them anyway would show other signs in their place. */
export class MissingGlyphError extends Error {
  readonly code = 'missing-glyph'
  constructor(
    /** Each sign once, with the sections it stands in, as "3.1.2 Organisation och ansvar". */
    readonly missing: { sign: string; codePoint: string; sections: string[] }[],
  ) {
    super(missing.map(({ sign, codePoint, sections }) => `${sign} (${codePoint}): ${sections.join(', ')}`).join('; '))
    this.name = 'MissingGlyphError'
  }
}
