'use client'

import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { sv } from './sv.ts'

const WIDTHS = { sm: 'max-w-md', md: 'max-w-xl', lg: 'max-w-3xl' }

export interface DialogProps {
  title: string
  description?: ReactNode
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Takes the focus when the dialog closes; without it, what had it before does. */
  onClosed?: () => void
  size?: keyof typeof WIDTHS
  children: ReactNode
}

export function Dialog({ title, description, open, onOpenChange, onClosed, size = 'md', children }: DialogProps) {
  const before = useRef<Element | null>(null)
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 grid place-items-center overflow-y-auto bg-ink/45 p-3 sm:p-8">
          <Radix.Content
            // Without a description the attribute would point at nothing.
            {...(description ? {} : { 'aria-describedby': undefined })}
            onOpenAutoFocus={() => {
              before.current = document.activeElement
            }}
            // A link to another place on the page takes the focus there.
            onClick={({ target }) => {
              if (target instanceof Element && target.closest('a[href^="#"]')) before.current = null
            }}
            // Radix would give the focus to the button that it opens dialogs by, and none of these has one.
            onCloseAutoFocus={event => {
              event.preventDefault()
              if (onClosed) onClosed()
              else if (before.current instanceof HTMLElement) before.current.focus()
            }}
            className={classNames(
              'relative w-full animate-appear rounded-xl bg-surface p-5 shadow-floating sm:p-6',
              WIDTHS[size],
            )}
          >
            <Radix.Title className="pr-12 text-xl font-semibold">{title}</Radix.Title>
            {description && (
              <Radix.Description className="mt-1.5 text-muted" asChild>
                <div>{description}</div>
              </Radix.Description>
            )}
            <div className="mt-5">{children}</div>
            <CloseButton label={sv.close} className="!absolute top-3 right-3" />
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Without a tooltip: where it has the focus first, Escape would close the tooltip and not the dialog. */
export function CloseButton({ label, className }: { label: string; className: string }) {
  return (
    <Radix.Close asChild>
      <Button
        variant="ghost"
        title={label}
        aria-label={label}
        icon={<X aria-hidden />}
        className={classNames('aspect-square !px-0', className)}
      />
    </Radix.Close>
  )
}

/** The row of buttons that ends a dialog; the main one last, and nearest to the thumb on a phone. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-6 flex flex-col gap-3 sm:flex-row sm:justify-end">{children}</div>
}
