'use client'

import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import { Toast as Radix } from 'radix-ui'
import { createContext, type MouseEvent, type ReactNode, useCallback, useContext, useState } from 'react'
import { Button } from '#editor/ui/button.tsx'
import { classNames } from '#editor/ui/class-names.ts'
import { IconButton } from '#editor/ui/icon-button.tsx'
import type { Tone } from '#editor/ui/tone.ts'
import { sv } from './sv.ts'

export interface ToastMessage {
  title: string
  text?: string
  tone?: Exclude<Tone, 'neutral'>
  /** What can be done about it; there must be another way too, for those whom the message escapes. */
  action?: { label: string; run: () => void }
}

const ICONS = { info: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleAlert }
const COLOURS = { info: 'text-info', good: 'text-good', warn: 'text-warn', bad: 'text-bad' }
const EIGHT_SECONDS = 8000

const Show = createContext<(message: ToastMessage) => void>(() => {})

/** `const toast = useToast(); toast({ title: 'Sparat', tone: 'good' })` */
export const useToast = (): ((message: ToastMessage) => void) => useContext(Show)

/** Messages are read out when the screen reader is free, and stay until the pointer or the focus has left them. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [messages, setMessages] = useState<(ToastMessage & { id: number })[]>([])
  const show = useCallback(
    (message: ToastMessage) =>
      setMessages(shown => [...shown.slice(-2), { ...message, id: (shown.at(-1)?.id ?? 0) + 1 }]),
    [],
  )
  const drop = (id: number) => setMessages(shown => shown.filter(message => message.id !== id))
  return (
    <Radix.Provider label={sv.notification} duration={EIGHT_SECONDS}>
      <Show value={show}>{children}</Show>
      {messages.map(message => (
        <ToastView key={message.id} message={message} onGone={() => drop(message.id)} />
      ))}
      <Radix.Viewport
        label={sv.notifications}
        data-no-print
        className="fixed right-0 bottom-0 z-50 flex w-full max-w-md flex-col gap-3 p-4"
      />
    </Radix.Provider>
  )
}

/** A button that goes while it has the focus never says that it lost it, and the other messages would stay for good. */
function letGo({ currentTarget }: MouseEvent<HTMLButtonElement>, then?: () => void): void {
  currentTarget.blur()
  then?.()
}

function ToastView({
  message: { title, text, tone = 'info', action },
  onGone,
}: {
  message: ToastMessage
  onGone: () => void
}) {
  const Icon = ICONS[tone]
  return (
    <Radix.Root
      // "background" is the polite live region.
      type="background"
      onOpenChange={open => open || onGone()}
      className="flex animate-appear items-start gap-3 rounded-lg border border-line bg-surface py-3 pr-2 pl-4 shadow-floating"
    >
      <Icon aria-hidden className={classNames('mt-0.5 size-5 shrink-0', COLOURS[tone])} />
      <div className="grow">
        <Radix.Title className="font-semibold">{title}</Radix.Title>
        {text && <Radix.Description className="text-muted">{text}</Radix.Description>}
      </div>
      {action && (
        <Radix.Action asChild altText={action.label}>
          <Button size="sm" onClick={event => letGo(event, action.run)}>
            {action.label}
          </Button>
        </Radix.Action>
      )}
      <Radix.Close asChild>
        <IconButton label={sv.close} icon={<X />} size="sm" onClick={letGo} />
      </Radix.Close>
    </Radix.Root>
  )
}
