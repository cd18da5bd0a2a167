import { Import } from 'lucide-react'
import { useState } from 'react'
import type { SectionStructure } from '../../core/report-page.ts'
import type { SharedRowsOffer } from '../../core/shared-rows.ts'
import { Button } from '../../ui/button.tsx'
import { useSurface } from '../surface-context.ts'
import { headingId } from '../text/places.ts'
import { sv as words } from './sv.ts'

const sv = words.shared

/** Says what other boards' reports have for every board and this one lacks, and takes it over. */
export function SharedRowsNote({ section, offers }: { section: SectionStructure; offers: SharedRowsOffer[] }) {
  return (
    <ul className="mt-4 flex flex-col gap-2 print:hidden">
      {offers.map(offer => (
        <Offer key={`${offer.fromId} ${offer.kind}`} section={section} offer={offer} />
      ))}
    </ul>
  )
}

function Offer({ section, offer }: { section: SectionStructure; offer: SharedRowsOffer }) {
  const { structure } = useSurface()
  const [bringing, setBringing] = useState(false)
  const bring = async (): Promise<void> => {
    setBringing(true)
    const brought = await structure.bringSharedRows(section.id, offer)
    setBringing(false)
    // The button goes away; whoever pressed it is left at the section that it was about.
    if (brought) document.getElementById(headingId(section.id))?.focus({ preventScroll: true })
  }
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg bg-info-soft px-3 py-2">
      <p className="min-w-0 grow basis-72">{sv.offer(offer)}</p>
      <Button
        size="sm"
        icon={<Import aria-hidden />}
        loading={bringing}
        aria-label={sv.bringName(offer)}
        onClick={() => void bring()}
      >
        {sv.bring}
      </Button>
    </li>
  )
}
