import { Extension } from '@tiptap/core'
import { DOMParser, type Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { openImageForm } from '../../blocks/image/view.tsx'
import type { SurfaceTools } from '../block-view.ts'
import { cleanHtml } from '../paste/clean-html.ts'
import { tsvTable } from '../paste/tsv.ts'
import { sv } from '../sv.ts'

function tableSlice(text: string, view: EditorView): Slice | null {
  const html = tsvTable(text)
  if (!html) return null
  const template = document.createElement('template')
  template.innerHTML = html
  return DOMParser.fromSchema(view.state.schema).parseSlice(template.content)
}

const imageIn = (data: DataTransfer | null): File | undefined =>
  [...(data?.files ?? [])].find(file => file.type === 'image/png' || file.type === 'image/jpeg')

export const PasteFromOffice = Extension.create<{ tools: SurfaceTools }>({
  name: 'pasteFromOffice',
  addProseMirrorPlugins() {
    const { editor } = this
    const { tools } = this.options
    /** A picture by itself gets the form that asks for its text alternative. */
    const offerImage = (data: DataTransfer | null): boolean => {
      const file = imageIn(data)
      if (!file || data?.getData('text/html') || !editor.isEditable) return false
      openImageForm(editor, tools, file)
      return true
    }
    return [
      new Plugin({
        props: {
          transformPastedHTML: html => {
            const { html: clean, droppedImages } = cleanHtml(html)
            if (droppedImages)
              tools.notify({
                title: sv.imagesDropped.title(droppedImages),
                text: sv.imagesDropped.text,
                tone: 'warn',
              })
            return clean
          },
          // Null, which ProseMirror's types leave out, means the usual way.
          clipboardTextParser: (text, _context, plain, view) =>
            (plain ? null : tableSlice(text, view)) as unknown as Slice,
          handlePaste: (_view, event) => offerImage(event.clipboardData),
          handleDrop: (_view, event) => offerImage(event.dataTransfer),
        },
      }),
    ]
  },
})
