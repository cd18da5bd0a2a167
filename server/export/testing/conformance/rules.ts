import type { Rule } from './rule.ts'
import { annotationRules } from './rules/annotations.ts'
import { colour } from './rules/colour.ts'
import { documentLevel } from './rules/document.ts'
import { embeddedFiles } from './rules/embedded-files.ts'
import { fileStructure } from './rules/file-structure.ts'
import { fonts } from './rules/fonts.ts'
import { forms } from './rules/forms.ts'
import { graphics } from './rules/graphics.ts'
import { limits } from './rules/limits.ts'
import { markedContent } from './rules/marked-content.ts'
import { metadata } from './rules/metadata.ts'
import { structureRules } from './rules/structure.ts'
import { tables } from './rules/tables.ts'

/** All that we ask of a PDF, in the order of the areas. */
export const rules: readonly Rule[] = [
  ...fileStructure,
  ...limits,
  ...metadata,
  ...documentLevel,
  ...colour,
  ...graphics,
  ...fonts,
  ...annotationRules,
  ...forms,
  ...embeddedFiles,
  ...structureRules,
  ...tables,
  ...markedContent,
]
