import { Extension } from '@tiptap/core'
import { DOMParser, DOMSerializer, type Schema, type Slice } from '@tiptap/pm/model'
import { Plugin, Selection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { openImageForm } from '../../blocks/image/view.tsx'
import type { SurfaceTools } from '../block-view.ts'
import { bringImages, hasForeignImages } from '../paste/bring-images.ts'
import { cleanHtml } from '../paste/clean-html.ts'
import { REPORT_ATTRIBUTE, type ReportImage, withReportImages } from '../paste/report-images.ts'
import { tsvTable } from '../paste/tsv.ts'
import { sv } from '../sv.ts'
import { keepPlace } from './keep-place.ts'

function tableSlice(text: string, view: EditorView): Slice | null {
  const html = tsvTable(text)
  if (!html) return null
  const template = document.createElement('template')
  template.innerHTML = html
  return DOMParser.fromSchema(view.state.schema).parseSlice(template.content)
}

const imageIn = (data: DataTransfer | null): File | undefined =>
  [...(data?.files ?? [])].find(file => file.type === 'image/png' || file.type === 'image/jpeg')

/** Pictures that are copied say which report they belong to. */
class ClipboardSerializer extends DOMSerializer {
  constructor(
    schema: Schema,
    private readonly reportId: string,
  ) {
    super(DOMSerializer.nodesFromSchema(schema), DOMSerializer.marksFromSchema(schema))
  }

  override serializeFragment(...input: Parameters<DOMSerializer['serializeFragment']>): HTMLElement | DocumentFragment {
    const made = super.serializeFragment(...input)
    for (const image of made.querySelectorAll('img[data-image-id]')) image.setAttribute(REPORT_ATTRIBUTE, this.reportId)
    return made
  }
}

/** Puts the slice where the selection is now, as soon as its pictures are this report's. */
export async function pasteWithImages(view: EditorView, slice: Slice, { api, notify }: SurfaceTools): Promise<void> {
  const place = keepPlace(view)
  const bring = async ({ reportId, imageId }: ReportImage): Promise<string> =>
    (await api.storeImage(await api.imageFile(reportId, imageId))).imageId
  const { slice: brought, lost } = await bringImages(slice, bring)
  const { title, text, nothing } = sv.imagesNotBrought
  if (view.isDestroyed) {
    notify({ title: nothing, tone: 'warn' })
    return
  }
  if (brought.size > 0) {
    const tr = place.select(view.state.tr).replaceSelection(brought)
    view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
  }
  if (lost > 0) notify({ title: title(lost), text, tone: 'warn' })
}

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
    const bringFirst = (view: EditorView, slice: Slice): boolean => {
      if (!editor.isEditable || !hasForeignImages(slice)) return false
      void pasteWithImages(view, slice, tools)
      return true
    }
    return [
      new Plugin({
        props: {
          clipboardSerializer: new ClipboardSerializer(editor.schema, tools.api.reportId),
          transformPastedHTML: html => {
            const known = withReportImages(html, tools.api.reportId, location.origin)
            const { html: clean, droppedImages } = cleanHtml(known)
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
          handlePaste: (view, event, slice) => offerImage(event.clipboardData) || bringFirst(view, slice),
          handleDrop: (view, event, slice) => {
            if (offerImage(event.dataTransfer)) return true
            if (!hasForeignImages(slice)) return false
            const found = view.posAtCoords({ left: event.clientX, top: event.clientY })
            if (found) view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(found.pos))))
            return bringFirst(view, slice)
          },
        },
      }),
    ]
  },
})
