import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import { requireActor } from '#app/session.ts'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { NotAllowedPage } from '#app/ui/not-allowed-page.tsx'
import { PageBody } from '#app/ui/page-body.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { listTokens } from '#server/api-tokens/list-tokens.ts'
import { can } from '#server/policies/can.ts'
import { services } from '#server/services.ts'
import { listWebhooks } from '#server/webhooks/list-webhooks.ts'
import { DeliveryTable } from './_components/delivery-table.tsx'
import { TokenForm } from './_components/token-form.tsx'
import { TokenTable } from './_components/token-table.tsx'
import { WebhookForm } from './_components/webhook-form.tsx'
import { WebhookTable } from './_components/webhook-table.tsx'
import { sv } from './sv.ts'

export const metadata: Metadata = { title: sv.title }

export default async function ConnectionsPage() {
  const actor = await requireActor('/data/anslutningar')
  const mayManage = can(actor, 'api.manage', { organisationId: actor.organisationId })
  const header = (
    <PageHeader
      title={sv.title}
      description={sv.description}
      actions={
        <ButtonLink href="/data" icon={<ArrowLeft />}>
          {sv.back}
        </ButtonLink>
      }
    />
  )
  if (!mayManage)
    return (
      <NotAllowedPage header={header} title={sv.notAllowedTitle}>
        {sv.notAllowed}
      </NotAllowedPage>
    )
  const [tokens, { webhooks, deliveries }] = await Promise.all([
    listTokens(services(), actor),
    listWebhooks(services(), actor),
  ])
  return (
    <PageBody>
      {header}
      <div className="flex flex-col gap-10">
        <section aria-labelledby="nycklar" className="flex flex-col gap-4">
          <div>
            <h2 id="nycklar" className="text-xl font-semibold">
              {sv.tokens.title}
            </h2>
            <p className="max-w-prose text-muted">
              {sv.tokens.text}{' '}
              <a href="/api/v1/openapi.json" className="text-accent underline">
                {sv.tokens.description}
              </a>
            </p>
          </div>
          <TokenForm />
          {tokens.length > 0 ? <TokenTable tokens={tokens} /> : <p>{sv.tokens.empty}</p>}
        </section>
        <section aria-labelledby="adresser" className="flex flex-col gap-4">
          <div>
            <h2 id="adresser" className="text-xl font-semibold">
              {sv.webhooks.title}
            </h2>
            <p className="max-w-prose text-muted">{sv.webhooks.text}</p>
          </div>
          <WebhookForm />
          {webhooks.length > 0 ? <WebhookTable webhooks={webhooks} /> : <p>{sv.webhooks.empty}</p>}
        </section>
        {webhooks.length > 0 && (
          <section aria-labelledby="skickat" className="flex flex-col gap-4">
            <h2 id="skickat" className="text-xl font-semibold">
              {sv.deliveries.title}
            </h2>
            {deliveries.length > 0 ? <DeliveryTable deliveries={deliveries} /> : <p>{sv.deliveries.empty}</p>}
          </section>
        )}
      </div>
    </PageBody>
  )
}
