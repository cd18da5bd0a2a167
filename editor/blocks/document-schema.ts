import { getSchema } from '@tiptap/core'
import { documentExtensions } from './extensions.ts'

/** The one ProseMirror schema of all documents. */
export const documentSchema = getSchema(documentExtensions)
