'use client'

import { ChevronRight } from 'lucide-react'
import { signIn } from 'next-auth/react'
import { useState } from 'react'
import { Avatar } from '#editor/ui/avatar.tsx'
import { Notice } from '#editor/ui/notice.tsx'
import { Spinner } from '#editor/ui/spinner.tsx'
import { sv } from '../sv.ts'

interface User {
  login: string
  name: string
  title: string
  task: string
}

export interface DemoUsersProps {
  groups: { organisation: string; users: User[] }[]
  returnTo: string
}

export function DemoUsers({ groups, returnTo }: DemoUsersProps) {
  const [entering, setEntering] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)

  const enter = async (login: string) => {
    if (entering) return
    setEntering(login)
    setFailed(false)
    const answer = await signIn('demo', { login, redirect: false, callbackUrl: returnTo }).catch(() => undefined)
    if (answer?.ok && !answer.error) {
      // A full load: nothing that was fetched for somebody else may stay in the router's cache.
      window.location.assign(returnTo)
      return
    }
    setEntering(null)
    setFailed(true)
  }

  return (
    <div className="flex flex-col gap-3">
      <div>
        <h2 className="font-semibold">{sv.demoTitle}</h2>
        <p className="text-muted">{sv.demoText}</p>
      </div>
      {failed && (
        <Notice tone="bad" title={sv.errorTitle} alert>
          {sv.errors.CredentialsSignin}
        </Notice>
      )}
      {groups.map(({ organisation, users }) => (
        <section key={organisation} aria-label={organisation} className="flex flex-col gap-2">
          {/* Every organisation has its MAS. */}
          {groups.length > 1 && <h3 className="font-semibold">{organisation}</h3>}
          <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line">
            {users.map(user => (
              <DemoUser key={user.login} user={user} entering={entering} onEnter={() => void enter(user.login)} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function DemoUser({ user, entering, onEnter }: { user: User; entering: string | null; onEnter: () => void }) {
  return (
    <li>
      <button
        type="button"
        onClick={onEnter}
        aria-disabled={entering !== null || undefined}
        className="flex w-full items-center gap-3.5 px-3.5 py-3 text-left transition-colors hover:bg-accent-soft focus-visible:-outline-offset-2 aria-disabled:cursor-progress"
      >
        <Avatar name={user.name} size="lg" decorative />
        <span className="min-w-0 grow">
          <span className="block font-semibold">{user.name}</span>
          <span className="block text-sm">{user.title}</span>
          <span className="block text-sm text-muted">{user.task}</span>
        </span>
        {entering === user.login ? (
          <Spinner label={sv.signingIn} />
        ) : (
          <ChevronRight aria-hidden className="size-5 shrink-0 text-muted" />
        )}
      </button>
    </li>
  )
}
