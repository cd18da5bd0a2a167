import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { DraftGoneError } from '#server/indicators/errors.ts'
import { listSources } from '#server/indicators/list-sources.ts'
import { type PointingPage, readPointing } from '#server/indicators/point-out.ts'
import { services } from '#server/services.ts'
import { requireActor } from '../../../../../session.ts'
import { PageBody } from '../../../../../ui/page-body.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { PlaceForm } from './_components/place-form.tsx'
import { PointingForm } from './_components/pointing-form.tsx'
import { sv } from './sv.ts'

export const metadata: Metadata = { title: sv.title }

interface Query {
  blad?: string
  rad?: string
  rader?: string
}

const whole = (text: string | undefined, most: number): number | undefined => {
  const value = Number(text)
  return text && Number.isInteger(value) && value >= 1 && value <= most ? value : undefined
}

export default async function ColumnsPage({
  params,
  searchParams,
}: {
  params: Promise<{ draftId: string }>
  searchParams: Promise<Query>
}) {
  const { draftId } = await params
  const { blad, rad, rader } = await searchParams
  const actor = await requireActor(`/data/importera/${draftId}/kolumner`)
  const place = { sheet: blad, headerLine: whole(rad, 1_000_000), headerRows: whole(rader, 4) }
  let page: PointingPage
  try {
    page = await readPointing(services(), actor, draftId, place)
  } catch (error) {
    // The page of the draft says what has become of it.
    if (error instanceof DraftGoneError) redirect(`/data/importera/${draftId}`)
    throw error
  }
  const sources = await listSources(services(), actor)
  return (
    <PageBody>
      <PageHeader title={sv.title} description={sv.description} />
      <div className="flex flex-col gap-8">
        <PlaceForm page={page} />
        <PointingForm key={JSON.stringify(place)} page={page} sources={sources.map(({ id, name }) => ({ id, name }))} />
      </div>
    </PageBody>
  )
}
