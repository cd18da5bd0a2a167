import { ListChecks } from 'lucide-react'
import type { Metadata } from 'next'
import { readEnv } from '#server/env.ts'
import { readReminderSettings } from '#server/reminders/own-settings.ts'
import { ownSections } from '#server/reports/own-sections.ts'
import { services } from '#server/services.ts'
import { requireActor } from '../../session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageBody } from '../../ui/page-body.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefreshWhileVisible } from '../_components/refresh-while-visible.tsx'
import { ReminderSettings } from './_components/reminder-settings.tsx'
import { SectionList } from './_components/section-list.tsx'
import { sv } from './sv.ts'

export const metadata: Metadata = { title: sv.title }

export default async function OwnSectionsPage() {
  const actor = await requireActor('/mina-avsnitt')
  const [sections, settings] = await Promise.all([
    ownSections(services(), actor),
    readReminderSettings(services(), actor),
  ])
  const open = sections.filter(({ settled }) => !settled)
  const done = sections.filter(({ settled }) => settled)
  const now = new Date()
  return (
    <PageBody narrow>
      <RefreshWhileVisible seconds={30} />
      <PageHeader title={sv.title} description={sv.description} />
      {sections.length === 0 ? (
        <EmptyState icon={<ListChecks />} title={sv.emptyTitle}>
          {sv.emptyText}
        </EmptyState>
      ) : (
        <>
          <h2 className="mb-3 text-lg font-semibold">{open.length ? sv.open(open.length) : sv.nothingOpen}</h2>
          {open.length > 0 && <SectionList sections={open} now={now} />}
          {done.length > 0 && (
            <details className="mt-6">
              <summary className="min-h-11 py-2 font-medium text-accent">{sv.done(done.length)}</summary>
              <SectionList sections={done} now={now} />
            </details>
          )}
        </>
      )}
      <ReminderSettings settings={settings} mailIsSetUp={readEnv().mailIsSetUp} />
    </PageBody>
  )
}
