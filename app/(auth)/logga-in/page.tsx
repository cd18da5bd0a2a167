import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Notice } from '#editor/ui/notice.tsx'
import { authOptions } from '#server/auth/auth-options.ts'
import { listDemoUsers } from '#server/auth/demo-users.ts'
import { services } from '#server/services.ts'
import { returnPath } from '../../return-path.ts'
import { currentActor } from '../../session.ts'
import { sv as app } from '../../sv.ts'
import { Logo } from '../../ui/logo.tsx'
import { DemoUsers } from './_components/demo-users.tsx'
import { OidcButton } from './_components/oidc-button.tsx'
import { sv } from './sv.ts'

export const metadata: Metadata = { title: sv.title }

interface Props {
  searchParams: Promise<{ callbackUrl?: string | string[]; error?: string | string[] }>
}

const first = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)

const orderInList = (login: string): number => {
  const index = Object.keys(sv.demoTasks).indexOf(login)
  return index < 0 ? Number.MAX_SAFE_INTEGER : index
}

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl, error } = await searchParams
  const returnTo = returnPath(first(callbackUrl))
  if (await currentActor()) redirect(returnTo)

  const oidc = authOptions().providers.find(provider => provider.id === 'oidc')
  const groups = (await listDemoUsers(services().db)).map(({ organisation, users }) => ({
    organisation,
    users: users
      .map(user => ({ ...user, task: sv.demoTasks[user.login] ?? '' }))
      .sort((a, b) => orderInList(a.login) - orderInList(b.login)),
  }))
  const errorCode = first(error)

  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-6 px-4 py-10 sm:px-6">
      <div>
        <p className="flex items-center gap-2.5 text-2xl font-semibold">
          <Logo size={36} />
          {app.product}
        </p>
        <p className="mt-2 text-lg text-muted">{app.tagline}</p>
      </div>
      <section className="flex flex-col gap-5 rounded-xl border border-line bg-surface p-5 shadow-raised sm:p-7">
        <h1 className="text-xl font-semibold">{sv.title}</h1>
        {errorCode && (
          <Notice tone="bad" title={sv.errorTitle} alert>
            {sv.errors[errorCode] ?? sv.errors.other}
          </Notice>
        )}
        <noscript>
          <Notice tone="warn">{sv.needsScript}</Notice>
        </noscript>
        {oidc && <OidcButton name={oidc.name} returnTo={returnTo} />}
        {groups.length > 0 && <DemoUsers groups={groups} returnTo={returnTo} />}
        {!oidc && groups.length === 0 && (
          <Notice tone="warn" title={sv.nothingConfigured}>
            {sv.nothingConfiguredText}
          </Notice>
        )}
      </section>
    </main>
  )
}
