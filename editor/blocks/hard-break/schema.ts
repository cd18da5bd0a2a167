import { HardBreak } from '@tiptap/extension-hard-break'
import type { BlockSchema } from '../../core/block.ts'

export const hardBreak: BlockSchema = { node: HardBreak, html: null, text: () => '\n', figures: null }
