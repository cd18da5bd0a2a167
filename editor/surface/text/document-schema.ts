import { getSchema } from '@tiptap/core'
import { documentExtensions } from '../../blocks/extensions.ts'

/** Every node and mark that this version knows. */
export const documentSchema = getSchema(documentExtensions)
