'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { PageText } from '../core/page-texts.ts'
import type { ReportPage } from '../core/report-page.ts'
import { AnswersPanel } from './answers/answers-panel.tsx'
import type { Message } from './block-view.ts'
import { ChecksPanel } from './checks/checks-panel.tsx'
import { useFindings } from './checks/use-findings.ts'
import { CommentsPanel } from './comments/comments-panel.tsx'
import { ReportFields } from './fields/report-fields.tsx'
import { FindPanel } from './find/find-panel.tsx'
import { useFindKey } from './find/use-find-key.ts'
import { ReportTitle } from './report-head/report-title.tsx'
import { SectionNav } from './sections/section-nav.tsx'
import { SectionRow } from './sections/section-row.tsx'
import { useKeepTarget } from './sections/use-keep-target.ts'
import { useOwners } from './sections/use-owners.ts'
import { useStore, useSurface } from './surface-context.ts'
import { SurfaceFrame } from './surface-frame.tsx'
import { Banners } from './top-bar/banners.tsx'
import { RefusedPanel } from './top-bar/refused-panel.tsx'
import { TopBar } from './top-bar/top-bar.tsx'

export interface ReportSurfaceProps {
  page: ReportPage
  /** Sign-in page that leads back here, for a session that ends while the report is open. */
  signInHref: string
  /** Shows a passing message; the surface says what it must say on the page itself. */
  notify: (message: Message) => void
}

/** Sections that are rendered with all their fields; the others get them when they come near. */
const FIRST = 2
const NO_TEXT: PageText = { key: '', length: 0 }

/** The whole of one open report: read at once, written together as soon as the server has been reached. */
export function ReportSurface({ page, signInHref, notify }: ReportSurfaceProps) {
  return (
    <SurfaceFrame page={page} notify={notify}>
      <WholeReport page={page} signInHref={signInHref} />
    </SurfaceFrame>
  )
}

function WholeReport({ page, signInHref }: Pick<ReportSurfaceProps, 'page' | 'signInHref'>) {
  const surface = useSurface()
  const [findings, check, closeFindings] = useFindings(surface.tools.api)
  const [finding, setFinding] = useState(false)
  const openFind = useCallback(() => {
    surface.comments.show({ open: false })
    setFinding(true)
  }, [surface])
  useFindKey(openFind)
  const commenting = useStore(surface.comments, state => state.open)
  // One panel at a time: there is room for one beside the text.
  useEffect(() => {
    if (!commenting) return
    setFinding(false)
    closeFindings()
  }, [commenting, closeFindings])

  const { structure, errors } = useStore(surface.structure)
  const { may, report, sections } = structure
  const owners = useOwners(structure)
  const canWrite = may.write && report.lockedAt === null
  const [texts] = useState(() => new Map(page.sections.map(section => [section.id, section.text])))
  const paper = useRef<HTMLDivElement>(null)
  useKeepTarget(paper)

  return (
    <>
      <ReportTitle />
      <ReportFields />
      <AnswersPanel />
      <TopBar
        onCheck={() => {
          surface.comments.show({ open: false })
          check()
        }}
        onFind={openFind}
        onComments={() => surface.comments.show({ open: !commenting })}
      />
      <div className="mx-auto flex max-w-[96rem] justify-center items-start gap-6 px-0 py-4 sm:px-6">
        <div className="report-nav w-72 shrink-0 max-lg:hidden print:hidden">
          <SectionNav sections={sections} />
        </div>
        <div className="max-w-[62rem] min-w-0 grow">
          <Banners signInHref={signInHref} />
          <div
            ref={paper}
            className="report-paper divide-y divide-line rounded-xl border border-line bg-surface shadow-raised max-sm:rounded-none max-sm:border-x-0 print:border-0 print:shadow-none"
          >
            {sections.map((section, index) => (
              <SectionRow
                key={section.id}
                section={section}
                text={texts.get(section.id) ?? NO_TEXT}
                owners={owners}
                canWrite={canWrite}
                canManage={may.manage && report.lockedAt === null}
                canLock={may.lockSections && report.lockedAt === null}
                error={errors[section.id] ?? null}
                first={index < FIRST}
              />
            ))}
          </div>
        </div>
        {commenting && <CommentsPanel />}
        {finding && <FindPanel onClose={() => setFinding(false)} />}
        {findings && <ChecksPanel findings={findings} onAgain={check} onClose={closeFindings} />}
        <RefusedPanel />
      </div>
    </>
  )
}
