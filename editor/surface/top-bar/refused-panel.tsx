import { Copy } from 'lucide-react'
import { useMemo, useState } from 'react'
import { plainText } from '../../blocks/plain-text.ts'
import { readableHtml } from '../../blocks/readable-html.ts'
import type { DocumentNode } from '../../core/document-node.ts'
import { Button } from '../../ui/button.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useStore, useSurface } from '../surface-context.ts'
import { sv as words } from '../sv.ts'
import { sv } from './sv.ts'

function RefusedSection({ title, content }: { title: string; content: DocumentNode }) {
  const { figures, tools } = useSurface()
  const [copied, setCopied] = useState(false)
  const [html, plain] = useMemo(() => {
    const context = { data: figures.getSnapshot(), imageUrl: tools.api.imageUrl }
    return [readableHtml(content, context), plainText(content, context)]
  }, [content, figures, tools])
  const copy = async (): Promise<void> => {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob([html], { type: 'text/html' }),
        'text/plain': new Blob([plain], { type: 'text/plain' }),
      }),
    ])
    setCopied(true)
  }
  return (
    <section className="mt-4">
      <h3 className="font-semibold">{title}</h3>
      <div
        className="report-text mt-2 rounded-md border border-line bg-canvas p-3 text-sm"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer escapes every text and attribute
        dangerouslySetInnerHTML={{ __html: html }}
      />
      <p className="mt-2 flex items-center gap-3">
        <Button size="sm" icon={<Copy aria-hidden />} onClick={() => void copy()}>
          {sv.refusedText.copy}
        </Button>
        <span role="status">{copied && sv.refusedText.copied}</span>
      </p>
    </section>
  )
}

/**
 * Text that the server did not take, because of a lock or of rights that changed while it was on its way; and text that
 * was cut out and stands nowhere.
 */
export function RefusedPanel() {
  const { connection, structure } = useSurface()
  const refused = useStore(connection, state => state.refused)
  const sections = useStore(structure, state => state.structure.sections)
  if (!refused) return null
  // A part that was removed is closed like a locked one, and stands in no list any more.
  const isRemoved = refused.sections.every(({ sectionId }) => sections.every(({ id }) => id !== sectionId))
  const why = isRemoved && refused.reason === 'section-locked' ? 'removed' : refused.reason
  return (
    <SidePanel title={sv.refusedText.title[why]} onClose={null}>
      <p>{why === 'cut' ? sv.refusedText.cut : sv.refusedText.text}</p>
      {refused.sections.map(({ id, sectionId, content }) => {
        const section = sections.find(one => one.id === sectionId)
        const title = section ? words.sectionName(section.number, section.heading) : sv.refusedText.removedPart
        return <RefusedSection key={id} title={title} content={content} />
      })}
      <Button className="mt-6" onClick={() => connection.forgetRefused()}>
        {sv.refusedText.dismiss}
      </Button>
    </SidePanel>
  )
}
