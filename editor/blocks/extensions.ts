import type { Extensions } from '@tiptap/core'
import { Document } from '@tiptap/extension-document'
import { Text } from '@tiptap/extension-text'
import { markSchemas } from '../marks/schemas.ts'
import { blockSchemas } from './schemas.ts'

/** A section's root. Lax like all content: an emptied section must not be "mended" by a binding. */
export const SectionDocument = Document.extend({ content: 'block*' })

/** The one schema of all documents, without anything that needs a browser. */
export const documentExtensions: Extensions = [
  SectionDocument,
  Text,
  ...Object.values(blockSchemas).map(block => block.node),
  ...Object.values(markSchemas).map(mark => mark.mark),
]
