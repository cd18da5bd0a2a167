import Link from 'next/link'
import type { ReactNode } from 'react'
import { can, onlyContributes } from '#server/policies/can.ts'
import { services } from '#server/services.ts'
import { listTasks } from '#server/signing/rounds/list-tasks.ts'
import { currentActor } from '../session.ts'
import { sv as app } from '../sv.ts'
import { Logo } from '../ui/logo.tsx'
import { NavLinks } from './_components/nav-links.tsx'
import { UserMenu } from './_components/user-menu.tsx'
import { sv } from './sv.ts'

/** The frame of every page inside. It asks nobody to sign in: each page does, and knows where to come back to. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  const toSign = actor ? (await listTasks(services(), actor)).length : 0
  return (
    <>
      <a
        href="#innehall"
        className="absolute top-2 left-2 z-50 -translate-y-20 rounded-md bg-accent px-4 py-2 font-semibold text-on-accent focus:translate-y-0"
      >
        {sv.skip}
      </a>
      {actor && (
        <header className="border-b border-line bg-surface">
          <div className="flex min-h-14 flex-wrap items-center gap-x-3 px-4 sm:gap-x-6 sm:px-6">
            <Link href="/" className="flex items-center gap-2 rounded py-2 text-lg font-semibold">
              <Logo />
              <span className="max-[26rem]:sr-only">{app.product}</span>
            </Link>
            <NavLinks
              mayManageTemplates={can(actor, 'template.manage', actor)}
              mayManageLook={can(actor, 'profile.manage', actor)}
              onlyContributes={onlyContributes(actor)}
              toSign={toSign}
            />
            <div className="ml-auto max-xl:order-1">
              <UserMenu userId={actor.id} name={actor.name} title={actor.title} />
            </div>
          </div>
        </header>
      )}
      <main id="innehall" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}
