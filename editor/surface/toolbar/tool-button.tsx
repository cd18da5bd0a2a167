import { ChevronDown, type LucideIcon } from 'lucide-react'
import { Toolbar } from 'radix-ui'
import { type ComponentProps, useEffect, useState } from 'react'
import { Tooltip } from '../../ui/tooltip.tsx'
import { ariaShortcut, isMac, shortcutText } from './shortcut.ts'

/** The server does not know the keyboard: the Mac's signs come after the page has started. */
export function useMac(): boolean {
  const [mac, setMac] = useState(false)
  useEffect(() => setMac(isMac()), [])
  return mac
}

export interface ToolButtonProps extends Omit<ComponentProps<typeof Toolbar.Button>, 'children'> {
  label: string
  icon: LucideIcon
  shortcut: string | null
  /** Null where the button is not one that stays pressed. */
  pressed: boolean | null
  menu?: boolean
}

const STYLE =
  'inline-flex h-9 min-w-9 shrink-0 items-center justify-center rounded-md border border-transparent px-1.5 text-ink select-none ' +
  'hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-strong ' +
  'data-[state=open]:bg-sunken aria-disabled:opacity-45 aria-disabled:hover:bg-transparent'

/** Stays focusable where it can do nothing, so that the toolbar keeps its shape for the keyboard. */
export function ToolButton({
  label,
  icon: Icon,
  shortcut,
  pressed,
  menu = false,
  disabled,
  ...props
}: ToolButtonProps) {
  const mac = useMac()
  return (
    <Tooltip text={shortcut ? `${label} (${shortcutText(shortcut, mac)})` : label}>
      <Toolbar.Button
        {...props}
        aria-label={label}
        aria-keyshortcuts={shortcut ? ariaShortcut(shortcut, mac) : undefined}
        aria-pressed={pressed ?? undefined}
        aria-disabled={disabled || undefined}
        onMouseDown={event => event.preventDefault()}
        onClick={disabled ? undefined : props.onClick}
        className={STYLE}
      >
        <Icon aria-hidden className="size-[1.125rem]" />
        {menu && <ChevronDown aria-hidden className="size-3.5" />}
      </Toolbar.Button>
    </Tooltip>
  )
}
