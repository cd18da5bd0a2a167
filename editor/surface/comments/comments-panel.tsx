import { MessageSquarePlus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { CommentThread } from '../../core/comment-thread.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useStore, useSurface } from '../surface-context.ts'
import { sv as words } from '../sv.ts'
import { shortcutText } from '../toolbar/shortcut.ts'
import { useMac } from '../toolbar/tool-button.tsx'
import { type CommentFilter, FILTERS } from './comment-store.ts'
import { NewComment } from './new-comment.tsx'
import { COMMENT_KEY } from './shortcut.ts'
import { sv } from './sv.ts'
import { ThreadCard } from './thread-card.tsx'

const isShown = ({ resolved }: CommentThread, filter: CommentFilter): boolean =>
  filter === 'all' || (filter === 'open') === (resolved === null)

function Filter() {
  const { comments } = useSurface()
  const filter = useStore(comments, state => state.filter)
  return (
    <fieldset className="mb-3 flex flex-wrap gap-x-4 gap-y-1">
      <legend className="sr-only">{sv.shown}</legend>
      {FILTERS.map(one => (
        <label key={one} className="flex min-h-8 items-center gap-2">
          <input
            type="radio"
            name="comment-filter"
            checked={filter === one}
            onChange={() => comments.show({ filter: one })}
            className="size-4 accent-accent"
          />
          {sv.filters[one]}
        </label>
      ))}
    </fieldset>
  )
}

/** How to begin, for those who can. */
function HowTo() {
  const { structure } = useSurface()
  const { sections, report } = useStore(structure, state => state.structure)
  const mac = useMac()
  if (report.lockedAt) return <p>{sv.empty.locked}</p>
  return (
    <p>
      {sections.some(({ mayComment }) => mayComment) ? sv.empty.how(shortcutText(COMMENT_KEY, mac)) : sv.empty.read}
    </p>
  )
}

function Threads({ threads, filter }: { threads: readonly CommentThread[]; filter: CommentFilter }) {
  const sections = useStore(useSurface().structure, state => state.structure.sections)
  const shown = threads.filter(thread => isShown(thread, filter))
  if (threads.length === 0)
    return (
      <Notice title={sv.empty.title}>
        <HowTo />
      </Notice>
    )
  if (shown.length === 0) return <p className="text-muted">{filter === 'open' ? sv.nothingOpen : sv.nothingResolved}</p>
  return (
    <>
      {sections.map(({ id, number, heading }) => {
        const here = shown.filter(({ sectionId }) => sectionId === id)
        if (here.length === 0) return null
        const name = words.sectionName(number, heading)
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
          <div key={id} role="group" aria-labelledby={`kommentarer-${id}`} className="mb-4">
            <h3 id={`kommentarer-${id}`} className="mb-1.5 text-sm font-semibold text-muted">
              {name}
            </h3>
            <ol className="flex flex-col gap-3">
              {here.map(thread => (
                <ThreadCard key={thread.id} thread={thread} />
              ))}
            </ol>
          </div>
        )
      })}
    </>
  )
}

/** For those who have no tools for the text. The text keeps its selection while the button is pressed. */
function Begin() {
  const { active, structure, tools } = useSurface()
  const may = useStore(structure, state => state.structure.sections.some(({ mayComment }) => mayComment))
  if (!may) return null
  return (
    <Button
      size="sm"
      className="mb-3"
      icon={<MessageSquarePlus aria-hidden />}
      onMouseDown={event => event.preventDefault()}
      onClick={() => tools.comment(active.getSnapshot()?.editor ?? null)}
    >
      {sv.beginOn}
    </Button>
  )
}

/** What is said about the text, in the order of the text. */
export function CommentsPanel() {
  const { active, comments } = useSurface()
  const { threads, problem, filter, begun } = useStore(comments)
  const focused = useRef<string | null>(null)
  useEffect(() => {
    // Opened at a thread by the keyboard: its first button is where to go on.
    const { active: thread } = comments.getSnapshot()
    if (!thread || begun || focused.current) return
    focused.current = thread
    document.querySelector<HTMLElement>(`[data-thread="${CSS.escape(thread)}"] button`)?.focus()
  }, [comments, begun])
  const close = (): void => {
    comments.show({ open: false, begun: null })
  }
  return (
    <SidePanel title={sv.title} onClose={close} leaveTo={() => active.getSnapshot()?.editor.view.dom ?? null}>
      {begun ? <NewComment key={`${begun.from} ${begun.to}`} begun={begun} /> : <Begin />}
      {problem && (
        <div className="mb-3">
          <Notice tone="bad" alert title={sv.notLoaded}>
            <p>{problem}</p>
            <Button size="sm" className="mt-2" onClick={() => void comments.refresh()}>
              {sv.again}
            </Button>
          </Notice>
        </div>
      )}
      {threads && threads.length > 0 && <Filter />}
      {threads ? <Threads threads={threads} filter={filter} /> : !problem && <p role="status">{sv.loading}</p>}
    </SidePanel>
  )
}
