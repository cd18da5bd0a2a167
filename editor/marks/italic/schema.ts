import { Italic } from '@tiptap/extension-italic'
import type { MarkSchema } from '../../core/block.ts'

export const italic: MarkSchema = { mark: Italic }
