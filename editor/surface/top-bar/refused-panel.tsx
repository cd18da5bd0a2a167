import { Copy } from 'lucide-react'
import { useMemo, useState } from 'react'
import { plainText } from '../../blocks/plain-text.ts'
import { readableHtml } from '../../blocks/readable-html.ts'
import { Button } from '../../ui/button.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import type { RefusedSection, RefusedText } from '../collab/refused-text.ts'
import { Quote } from '../comments/quote.tsx'
import { useStore, useSurface } from '../surface-context.ts'
import { listOf, sv as words } from '../sv.ts'
import { sv } from './sv.ts'

function OfferedSection({ title, content, late }: RefusedSection & { title: string }) {
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
      {late && (
        <>
          <p className="mt-1">{sv.refusedText.lateBy(listOf(late.by))}</p>
          {late.was !== '' && <Quote label={sv.refusedText.lateWas} words={late.was} />}
        </>
      )}
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

/** What is offered for one reason, and what that is. */
function useOffer({ reason, sections }: RefusedText) {
  const all = useStore(useSurface().structure, state => state.structure.sections)
  // A part that was removed is closed like a locked one, and stands in no list any more.
  const isRemoved = sections.every(({ sectionId }) => all.every(({ id }) => id !== sectionId))
  const why = isRemoved && reason === 'section-locked' ? 'removed' : reason
  const titleOf = (sectionId: string): string => {
    const section = all.find(({ id }) => id === sectionId)
    return section ? words.sectionName(section.number, section.heading) : sv.refusedText.removedPart
  }
  return {
    title: sv.refusedText.title[why],
    body: (
      <>
        <p>{why === 'cut' || why === 'late' ? sv.refusedText[why] : sv.refusedText.text}</p>
        {sections.map(section => (
          <OfferedSection key={section.id} {...section} title={titleOf(section.sectionId)} />
        ))}
      </>
    ),
  }
}

function FurtherOffer({ text }: { text: RefusedText }) {
  const { title, body } = useOffer(text)
  return (
    <div className="mt-6 border-t border-line pt-4">
      <h2 className="mb-1 text-lg font-semibold">{title}</h2>
      {body}
    </div>
  )
}

function Offers({ first, further }: { first: RefusedText; further: readonly RefusedText[] }) {
  const { connection } = useSurface()
  const { title, body } = useOffer(first)
  return (
    // Others' words come while the person writes on: the focus stays where it is.
    <SidePanel title={title} onClose={null} takesFocus={first.reason !== 'late'}>
      {body}
      {further.map(text => (
        <FurtherOffer key={text.reason} text={text} />
      ))}
      <Button className="mt-6" onClick={() => connection.forgetRefused()}>
        {sv.refusedText.dismiss}
      </Button>
    </SidePanel>
  )
}

/**
 * Text that the server did not take, because of a lock or of rights that changed while it was on its way; and text that
 * was cut out, or written in what was being removed, and stands nowhere.
 */
export function RefusedPanel() {
  const [first, ...further] = useStore(useSurface().connection, state => state.refused)
  return first ? <Offers first={first} further={further} /> : null
}
