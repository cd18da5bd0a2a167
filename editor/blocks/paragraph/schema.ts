import { Paragraph } from '@tiptap/extension-paragraph'
import type { BlockSchema } from '../../core/block.ts'

export const paragraph: BlockSchema = { node: Paragraph, html: null, text: null, figures: null }
