import { Bold } from '@tiptap/extension-bold'
import type { MarkSchema } from '../../core/block.ts'

export const bold: MarkSchema = { mark: Bold }
