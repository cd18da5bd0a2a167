import { Combine, Users } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { AnswersHere } from '../../core/answers-here.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useStore, useSurface } from '../surface-context.ts'
import { AnswerList, NotIncluded } from './answer-list.tsx'
import { AssembleForm } from './assemble-form.tsx'
import { OfferList } from './offer-list.tsx'
import { ShareForm } from './share-form.tsx'
import { sv } from './sv.ts'

const SECONDS = 30

/** Others' answers change in reports of their own: read anew while somebody looks, and when they come back. */
function useFreshAnswers(isOn: boolean): void {
  const { structure } = useSurface()
  useEffect(() => {
    if (!isOn) return
    const refresh = () => void (document.visibilityState === 'visible' && structure.refresh())
    const timer = setInterval(refresh, SECONDS * 1000)
    document.addEventListener('visibilitychange', refresh)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', refresh)
    }
  }, [isOn, structure])
}

function Actions({ answers }: { answers: AnswersHere }) {
  const [open, setOpen] = useState<'share' | 'assemble' | null>(null)
  const close = (): void => setOpen(null)
  const { boards, jointBoards, recommendations, due } = answers
  if (boards.length > 0 && recommendations === 0) return <p className="mt-2 text-muted">{sv.shareFirst}</p>
  if (!boards.length && !jointBoards.length) return null
  return (
    <p className="mt-3 flex flex-wrap gap-2">
      {boards.length > 0 && (
        <Button size="sm" icon={<Users aria-hidden />} onClick={() => setOpen('share')}>
          {sv.share}
        </Button>
      )}
      {jointBoards.length > 0 && (
        <Button size="sm" icon={<Combine aria-hidden />} onClick={() => setOpen('assemble')}>
          {sv.assemble}
        </Button>
      )}
      <Dialog
        title={sv.share}
        description={sv.shareText(recommendations, due)}
        open={open === 'share'}
        onOpenChange={close}
      >
        <ShareForm close={close} />
      </Dialog>
      <Dialog title={sv.assemble} description={sv.assembleText} open={open === 'assemble'} onOpenChange={close}>
        <AssembleForm close={close} />
      </Dialog>
    </p>
  )
}

/** The other nämnder that answer the same granskning: how far they have come, and what can be done together. */
export function AnswersPanel() {
  const answers = useStore(useSurface().structure, state => state.structure.answers)
  const heading = useRef<HTMLHeadingElement>(null)
  useFreshAnswers(answers !== null && answers.others.length > 0)
  if (!answers) return null
  const { isJoint, others, joint, boards, jointBoards } = answers
  if (!isJoint && !others.length && !joint && !boards.length && !jointBoards.length) return null
  const toHeading = (): void => heading.current?.focus()
  return (
    <section aria-labelledby="answers-heading" className="px-4 pb-4 sm:px-6 print:hidden">
      <div className="max-w-[62rem] rounded-xl border border-line bg-surface p-4">
        <h2 id="answers-heading" ref={heading} tabIndex={-1} className="font-semibold focus-visible:outline-none">
          {isJoint ? sv.answersIn : sv.others}
        </h2>
        {others.length > 0 ? (
          <AnswerList answers={others} />
        ) : (
          <p className="text-muted">{isJoint ? sv.noneIn : sv.alone}</p>
        )}
        {joint && (
          <p className="mt-1">
            {sv.joint}{' '}
            <a href={`/rapporter/${joint.id}`} className="text-accent underline underline-offset-2">
              {joint.title}
            </a>{' '}
            ({joint.boardName})
          </p>
        )}
        <NotIncluded answers={answers.notIncluded} onDone={toHeading} />
        <OfferList offers={answers.offers} onDone={toHeading} />
        <Actions answers={answers} />
      </div>
    </section>
  )
}
