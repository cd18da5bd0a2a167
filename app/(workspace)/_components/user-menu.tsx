'use client'

import { Bell, ChevronDown, LogOut } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { signOut } from 'next-auth/react'
import { useState } from 'react'
import { reportOf, unsentNames } from '#editor/surface/collab/unsent/unsent-names.ts'
import { forgetLoose } from '#editor/surface/loose/loose-store.ts'
import { Avatar } from '#editor/ui/avatar.tsx'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../../ui/menu.tsx'
import { sv } from '../sv.ts'
import { SignOutDialog } from './sign-out-dialog.tsx'

const leave = (): void => void signOut({ callbackUrl: '/logga-in' })

/** Reports that the browser keeps unsent text of. A browser that keeps nothing has none. */
const unsentReports = async (userId: string): Promise<number> =>
  new Set((await unsentNames(userId).catch(() => [])).map(reportOf)).size

export function UserMenu({ userId, name, title }: { userId: string; name: string; title: string }) {
  const router = useRouter()
  const [unsent, setUnsent] = useState(0)
  const askOrLeave = async (): Promise<void> => {
    const reports = await unsentReports(userId)
    if (reports > 0) return setUnsent(reports)
    await forgetLoose(userId).catch(() => {})
    leave()
  }
  return (
    <>
      <Menu
        align="end"
        trigger={
          <button
            type="button"
            className="flex min-h-11 items-center gap-2.5 rounded-md px-2 text-left hover:bg-sunken"
          >
            <Avatar name={name} decorative />
            <span className="sr-only">{sv.userMenu(name)}</span>
            <span aria-hidden className="hidden leading-tight sm:block">
              <span className="block text-sm font-semibold">{name}</span>
              <span className="block text-xs text-muted">{title}</span>
            </span>
            <ChevronDown aria-hidden className="size-4 text-muted" />
          </button>
        }
      >
        <MenuLabel>
          <span className="block font-semibold text-ink">{name}</span>
          {title}
        </MenuLabel>
        <MenuSeparator />
        <MenuItem icon={<Bell />} onSelect={() => router.push('/mina-avsnitt#paminnelser')}>
          {sv.reminders}
        </MenuItem>
        <MenuItem icon={<LogOut />} onSelect={() => void askOrLeave()}>
          {sv.signOut}
        </MenuItem>
      </Menu>
      <SignOutDialog userId={userId} reports={unsent} onClose={() => setUnsent(0)} signOut={leave} />
    </>
  )
}
