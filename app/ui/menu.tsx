'use client'

import Link from 'next/link'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { classNames } from '#editor/ui/class-names.ts'

export interface MenuProps {
  /** One button; it gets the menu's aria attributes. */
  trigger: ReactNode
  align?: 'start' | 'center' | 'end'
  children: ReactNode
}

export function Menu({ trigger, align = 'start', children }: MenuProps) {
  return (
    // Not modal: the page behind stays reachable for screen readers and does not jump.
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      {/* No portal: the list stays in the landmark, and in the dialog, that its button is in. */}
      <Radix.Content
        align={align}
        sideOffset={6}
        collisionPadding={8}
        className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-52 max-w-[min(24rem,calc(100vw-1rem))] animate-appear overflow-y-auto rounded-lg border border-line bg-surface p-1.5 shadow-floating"
      >
        {children}
      </Radix.Content>
    </Radix.Root>
  )
}

const ITEM =
  'flex min-h-9 w-full items-center gap-2.5 rounded-md px-2.5 py-1.5 text-left select-none ' +
  'data-highlighted:bg-accent-soft data-disabled:cursor-not-allowed data-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0'

export interface MenuItemProps {
  onSelect: () => void
  icon?: ReactNode
  danger?: boolean
  disabled?: boolean
  children: ReactNode
}

export function MenuItem({ onSelect, icon, danger = false, disabled = false, children }: MenuItemProps) {
  return (
    <Radix.Item onSelect={onSelect} disabled={disabled} className={classNames(ITEM, danger && 'text-bad')}>
      {icon}
      {children}
    </Radix.Item>
  )
}

export function MenuLink({ href, icon, children }: { href: string; icon?: ReactNode; children: ReactNode }) {
  return (
    <Radix.Item asChild className={ITEM}>
      <Link href={href}>
        {icon}
        {children}
      </Link>
    </Radix.Item>
  )
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2.5 py-1.5 text-sm text-muted">{children}</Radix.Label>
}

export function MenuSeparator() {
  return <Radix.Separator className="my-1.5 border-t border-line" />
}
