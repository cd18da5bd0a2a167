'use client'

import type { Editor } from '@tiptap/core'
import { NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { Image as ImageIcon, PenLine, TriangleAlert } from 'lucide-react'
import type { BlockView, SurfaceTools } from '../../surface/block-view.ts'
import { AltForm } from '../../surface/forms/alt-form.tsx'
import { ImageForm } from '../../surface/forms/image-form.tsx'
import { insertBlock, isOutsideTable } from '../../surface/insert-block.ts'
import { useSurface } from '../../surface/surface-context.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { sv } from './sv.ts'

function ImageView({ node, selected, editor, updateAttributes }: ReactNodeViewProps) {
  const { tools } = useSurface()
  const alt = String(node.attrs.alt ?? '').trim()
  const edit = (): void =>
    tools.openForm({
      title: sv.editAlt,
      render: close => <AltForm alt={alt} close={close} onDone={text => updateAttributes({ alt: text })} />,
    })
  return (
    <NodeViewWrapper as="figure" className="relative w-fit max-w-full" contentEditable={false} data-drag-handle="">
      {/* biome-ignore lint/performance/noImgElement: the editor knows no Next */}
      <img
        src={tools.api.imageUrl(String(node.attrs.imageId))}
        alt={alt}
        draggable={false}
        className={classNames(selected && 'outline-3 outline-focus')}
      />
      {/* Over the picture, so that the text below stands where it stands without an editor. */}
      <div
        className={classNames(
          'absolute bottom-1.5 left-1.5 flex max-w-[calc(100%-0.75rem)] items-center gap-1 rounded-md pl-2.5 text-xs shadow-raised',
          alt ? 'bg-surface text-ink' : 'bg-bad-soft font-semibold text-bad',
        )}
      >
        {!alt && <TriangleAlert aria-hidden className="size-4 shrink-0" />}
        <span className="truncate py-1 pr-2">{alt ? sv.altShown(alt) : sv.altMissing}</span>
        {editor.isEditable && (
          <Button size="sm" variant="ghost" icon={<PenLine aria-hidden />} aria-label={sv.editAlt} onClick={edit}>
            {sv.edit}
          </Button>
        )}
      </div>
    </NodeViewWrapper>
  )
}

/** @param file a picture that was pasted or dropped; without it the form asks for one */
export function openImageForm(editor: Editor, tools: SurfaceTools, file?: File): void {
  tools.openForm({
    title: sv.label,
    render: close => (
      <ImageForm
        api={tools.api}
        file={file}
        close={close}
        onDone={attrs => insertBlock(editor, { type: 'image', attrs })}
      />
    ),
  })
}

export const image: BlockView = {
  extend: node => node.extend({ addNodeView: () => ReactNodeViewRenderer(ImageView) }),
  insert: [
    {
      group: 'insert',
      label: sv.label,
      icon: ImageIcon,
      shortcut: null,
      isActive: null,
      isEnabled: isOutsideTable,
      run: (editor, tools) => openImageForm(editor, tools),
      menu: null,
    },
  ],
}
