import { Link } from '@tiptap/extension-link'
import type { MarkSchema } from '../../core/block.ts'

export const link: MarkSchema = {
  mark: Link.configure({
    openOnClick: false,
    autolink: true,
    defaultProtocol: 'https',
    protocols: ['http', 'https', 'mailto', 'tel'],
    HTMLAttributes: { rel: 'noopener noreferrer', target: null },
  }),
}
