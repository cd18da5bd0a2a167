import {
  FileDown,
  History,
  ListChecks,
  Lock,
  type LucideIcon,
  MessageSquare,
  PenLine,
  Scale,
  Search,
} from 'lucide-react'
import { type ComponentProps, type RefObject, useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { buttonStyle } from '../../ui/button-style.ts'
import { useOpenComments } from '../comments/comment-count.tsx'
import { sv as comments } from '../comments/sv.ts'
import { sv as find } from '../find/sv.ts'
import { SectionMenu } from '../sections/section-menu.tsx'
import { useStore, useSurface } from '../surface-context.ts'
import { TextToolbar } from '../toolbar/text-toolbar.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { LockDialog } from './lock-dialog.tsx'
import { People } from './people.tsx'
import { StateLine } from './state-line.tsx'
import { sv } from './sv.ts'

type ActionProps = { label: string; icon: LucideIcon } & Pick<ComponentProps<typeof Button>, 'variant' | 'onClick'>

/** A button whose word hides on narrow screens, where the bar has no room for it. */
function Action({ label, icon: Icon, ...props }: ActionProps) {
  return (
    <Button size="sm" icon={<Icon aria-hidden />} title={label} {...props}>
      <span className="max-md:sr-only">{label}</span>
    </Button>
  )
}

/** Says how high the bar is, in `--bar-height`: what is scrolled to or stays put stops below it. */
export function useBarHeight(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const bar = ref.current
    const surface = bar?.parentElement
    if (!bar || !surface) return
    const observer = new ResizeObserver(() => surface.style.setProperty('--bar-height', `${bar.offsetHeight}px`))
    observer.observe(bar)
    return () => observer.disconnect()
  }, [ref])
}

export interface TopBarProps {
  onCheck: () => void
  onFind: () => void
  onComments: () => void
}

/** What follows along while the text is scrolled: tools, whether all is saved, who is here, what to do with the report. */
export function TopBar({ onCheck, onFind, onComments }: TopBarProps) {
  const { structure } = useSurface()
  const { may, report } = useStore(structure, state => state.structure)
  const openComments = useOpenComments()
  const [open, setOpen] = useState<'export' | 'lock' | null>(null)
  const bar = useRef<HTMLDivElement>(null)
  useBarHeight(bar)
  const set = (dialog: 'export' | 'lock') => (isOpen: boolean) => setOpen(isOpen ? dialog : null)

  return (
    <div ref={bar} className="report-bar z-20 border-y border-line bg-surface print:hidden">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 px-3 py-1.5 sm:gap-x-4 sm:px-5">
        <SectionMenu />
        {may.write && !report.lockedAt && (
          <div className="order-last w-full min-w-0 xl:order-none xl:w-auto xl:grow">
            <TextToolbar />
          </div>
        )}
        {/* On a phone the state stands beside the list of sections, and the buttons have a row of their own. */}
        <div className="ml-auto flex flex-wrap items-center justify-end gap-x-3 gap-y-1 max-sm:contents sm:gap-x-4">
          <div className="ml-auto flex min-w-0 flex-wrap items-center justify-end gap-x-3 gap-y-1 sm:gap-x-4">
            <StateLine />
            <People />
          </div>
          <div className="flex flex-wrap justify-end gap-1.5 max-sm:ml-auto">
            <Action label={comments.button(openComments)} icon={MessageSquare} onClick={onComments} />
            <Action label={find.open} icon={Search} onClick={onFind} />
            <a href={`/rapporter/${report.id}/historik`} title={sv.history} className={buttonStyle('secondary', 'sm')}>
              <History aria-hidden />
              <span className="max-md:sr-only">{sv.history}</span>
            </a>
            <a href={`/rapporter/${report.id}/lagkrav`} title={sv.law} className={buttonStyle('secondary', 'sm')}>
              <Scale aria-hidden />
              <span className="max-md:sr-only">{sv.law}</span>
            </a>
            <Action label={sv.check} icon={ListChecks} onClick={onCheck} />
            {may.export && <Action label={sv.export} icon={FileDown} onClick={() => setOpen('export')} />}
            {report.lockedAt && (
              <a
                href={`/rapporter/${report.id}/underskrift`}
                title={sv.signing}
                className={buttonStyle('primary', 'sm')}
              >
                <PenLine aria-hidden />
                <span className="max-md:sr-only">{sv.signing}</span>
              </a>
            )}
            {may.lock && <Action label={sv.lock} icon={Lock} variant="primary" onClick={() => setOpen('lock')} />}
          </div>
        </div>
      </div>
      <ExportDialog open={open === 'export'} onOpenChange={set('export')} />
      <LockDialog open={open === 'lock'} onOpenChange={set('lock')} />
    </div>
  )
}
