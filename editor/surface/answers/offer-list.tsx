import type { AnswerOffer } from '../../core/answers-here.ts'
import { Button } from '../../ui/button.tsx'
import { useSurface } from '../surface-context.ts'
import { sv } from './sv.ts'
import { useAnswerAction } from './use-answer-action.ts'

function Offer({ offer, onDone }: { offer: AnswerOffer; onDone: () => void }) {
  const { tools } = useSurface()
  const { running, error, run } = useAnswerAction()
  const bring = async (): Promise<void> => {
    const { from, to, lineageId } = offer
    if (await run(() => tools.api.bringRecommendation({ fromId: from.id, reportId: to.id, lineageId }))) onDone()
  }
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
      <div className="min-w-0 grow basis-72">
        <p>{sv.offer(offer)}</p>
        <q className="text-muted">{offer.quote}</q>
        {error && (
          <p role="alert" className="text-sm font-medium text-bad">
            {error}
          </p>
        )}
      </div>
      <Button size="sm" loading={running} aria-label={sv.bringName(offer)} onClick={() => void bring()}>
        {sv.bring(offer)}
      </Button>
    </li>
  )
}

/** @param onDone called when one has been brought: its button goes away, and the focus with it */
export function OfferList({ offers, onDone }: { offers: readonly AnswerOffer[]; onDone: () => void }) {
  if (!offers.length) return null
  return (
    <div className="mt-3">
      <h3 className="font-semibold">{sv.offers}</h3>
      <ul className="divide-y divide-line">
        {offers.map(offer => (
          <Offer key={`${offer.to.id} ${offer.lineageId}`} offer={offer} onDone={onDone} />
        ))}
      </ul>
    </div>
  )
}
