import { mapTexts } from './map-texts.ts'

/** "{year-1}", as templates were written once, "{År-1}", and å as the two signs that some systems make of it. */
const YEAR = /\{(?:year|år|a\u030ar)([+-]\d)?\}/gi
const TITLE = /\{(?:title|titel)\}/gi

/**
 * A template's texts with "{år}", "{år-1}" and "{titel}" where they say the same in another way: files and versions that
 * were kept have the English names. Nothing that reads a template knows of those.
 */
export const inSwedish = <T extends { decision: string[] }>(template: T): T => {
  const texts = mapTexts(template, text => text.replace(YEAR, '{år$1}'))
  // Elsewhere it may be the key of a field.
  return { ...texts, decision: texts.decision.map(text => text.replace(TITLE, '{titel}')) }
}
