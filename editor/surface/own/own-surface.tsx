'use client'

import { ArrowLeft, MessageSquare } from 'lucide-react'
import { useRef, useState } from 'react'
import type { LastPeriod } from '../../core/last-period.ts'
import type { PageText } from '../../core/page-texts.ts'
import type { ReportPage } from '../../core/report-page.ts'
import { isSettled } from '../../core/section-state.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Message } from '../block-view.ts'
import { useOpenComments } from '../comments/comment-count.tsx'
import { CommentsPanel } from '../comments/comments-panel.tsx'
import { sv as commentWords } from '../comments/sv.ts'
import { useKeepTarget } from '../sections/use-keep-target.ts'
import { useStore, useSurface } from '../surface-context.ts'
import { SurfaceFrame } from '../surface-frame.tsx'
import { SHORT, TextToolbar } from '../toolbar/text-toolbar.tsx'
import { Banners } from '../top-bar/banners.tsx'
import { RefusedPanel } from '../top-bar/refused-panel.tsx'
import { StateLine } from '../top-bar/state-line.tsx'
import { useBarHeight } from '../top-bar/top-bar.tsx'
import { OwnSection } from './own-section.tsx'
import { sv } from './sv.ts'

export interface OwnSurfaceProps {
  /** With the sections that are the person's own alone. */
  page: ReportPage
  last: LastPeriod | null
  /** The list of all that is theirs. */
  backHref: string
  /** Sign-in page that leads back here, for a session that ends while the form is open. */
  signInHref: string
  notify: (message: Message) => void
}

const FIRST = 2
const NO_TEXT: PageText = { key: '', length: 0 }

/** How far the person has come with what is theirs, whether it is saved, and tools for the text that is written in. */
function OwnBar() {
  const { structure, comments } = useSurface()
  const { sections, report, may } = useStore(structure, state => state.structure)
  const openComments = useOpenComments()
  // There from the start: what came with the first tap would push the text away from under the thumb.
  const writes = may.write && !report.lockedAt && sections.some(({ hasText, mayWrite }) => hasText && mayWrite)
  const bar = useRef<HTMLDivElement>(null)
  useBarHeight(bar)
  const done = sections.filter(isSettled).length
  return (
    <div ref={bar} className="report-bar z-20 border-y border-line bg-surface">
      <div className="mx-auto max-w-2xl px-4 py-1.5">
        <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-3">
          <span className="flex items-center gap-2 text-sm font-semibold">
            {/* The words say the same. */}
            <span
              aria-hidden
              className="h-2 w-20 overflow-hidden rounded-full bg-sunken shadow-[inset_0_0_0_1px_var(--color-control)]"
            >
              <span
                className="block h-full rounded-full bg-accent"
                style={{ width: `${(100 * done) / Math.max(1, sections.length)}%` }}
              />
            </span>
            {sv.progress(done, sections.length)}
          </span>
          <StateLine />
          <Button
            size="sm"
            icon={<MessageSquare aria-hidden />}
            onClick={() => comments.show({ open: !comments.getSnapshot().open })}
          >
            {commentWords.button(openComments)}
          </Button>
        </div>
        {writes && <TextToolbar groups={SHORT} />}
      </div>
    </div>
  )
}

function OwnForm({ page, backHref, signInHref }: Pick<OwnSurfaceProps, 'page' | 'backHref' | 'signInHref'>) {
  const { structure: store, comments } = useSurface()
  const { structure, errors } = useStore(store)
  const commenting = useStore(comments, state => state.open)
  const { may, report, sections } = structure
  const [texts] = useState(() => new Map(page.sections.map(section => [section.id, section.text])))
  const list = useRef<HTMLDivElement>(null)
  useKeepTarget(list)
  const isOpen = may.write && report.lockedAt === null
  return (
    <>
      <div className="mx-auto max-w-2xl px-4 pt-4 pb-3">
        <a href={backHref} className="inline-flex min-h-11 items-center gap-1.5 font-medium text-accent">
          <ArrowLeft aria-hidden className="size-4" />
          {sv.back}
        </a>
        <h1 className="text-2xl font-semibold">{report.title}</h1>
        <p className="text-muted">{report.boardName}</p>
      </div>
      <OwnBar />
      <div className="mx-auto max-w-2xl py-4 sm:px-4">
        <div className="px-4 sm:px-0">
          <Banners signInHref={signInHref} />
        </div>
        <div ref={list} className="flex flex-col gap-4">
          {sections.map((section, index) => (
            <OwnSection
              key={section.id}
              section={section}
              text={texts.get(section.id) ?? NO_TEXT}
              isOpen={isOpen}
              error={errors[section.id] ?? null}
              first={index < FIRST}
            />
          ))}
        </div>
        {!sections.length && <Notice title={sv.nothing}>{sv.nothingText}</Notice>}
        {sections.length > 0 && sections.every(isSettled) && (
          <div className="mt-4 px-4 sm:px-0">
            <Notice tone="good" title={sv.allDone} />
          </div>
        )}
        {commenting && <CommentsPanel />}
        <RefusedPanel />
      </div>
    </>
  )
}

/** A contributor's sections of one report and nothing else, in one column that fits a phone. */
export function OwnSurface({ page, last, backHref, signInHref, notify }: OwnSurfaceProps) {
  const [ownForm] = useState(() => ({ last }))
  return (
    <SurfaceFrame page={page} ownForm={ownForm} notify={notify}>
      <OwnForm page={page} backHref={backHref} signInHref={signInHref} />
    </SurfaceFrame>
  )
}
