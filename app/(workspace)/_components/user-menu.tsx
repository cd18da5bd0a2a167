'use client'

import { ChevronDown, LogOut } from 'lucide-react'
import { signOut } from 'next-auth/react'
import { Avatar } from '#editor/ui/avatar.tsx'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../../ui/menu.tsx'
import { sv } from '../sv.ts'

export function UserMenu({ name, title }: { name: string; title: string }) {
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className="flex min-h-11 items-center gap-2.5 rounded-md px-2 text-left hover:bg-sunken">
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
      <MenuItem icon={<LogOut />} onSelect={() => void signOut({ callbackUrl: '/logga-in' })}>
        {sv.signOut}
      </MenuItem>
    </Menu>
  )
}
