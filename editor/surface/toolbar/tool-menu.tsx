import type { Editor } from '@tiptap/core'
import { DropdownMenu } from 'radix-ui'
import { Fragment, useEffect, useState } from 'react'
import type { SurfaceTools, Tool } from '../block-view.ts'
import { ToolButton } from './tool-button.tsx'

export interface ToolMenuProps {
  tool: Tool
  editor: Editor | null
  tools: SurfaceTools
  enabled: boolean
}

const ITEM =
  'flex min-h-9 items-center gap-2.5 rounded-md px-2.5 py-1.5 select-none data-highlighted:bg-accent-soft ' +
  'data-disabled:opacity-45 [&_svg]:size-4 [&_svg]:shrink-0'

/** A button of the toolbar with more than one thing to do. */
export function ToolMenu({ tool, editor, tools, enabled }: ToolMenuProps) {
  // Within the page's landmarks, for those who find their way by them.
  const [container, setContainer] = useState<HTMLElement | null>(null)
  useEffect(() => setContainer(document.querySelector<HTMLElement>('.report-surface')), [])
  const groups = (tool.menu ?? []).map(group => group.filter(action => editor && action.isEnabled(editor)))
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild disabled={!enabled}>
        <ToolButton label={tool.label} icon={tool.icon} shortcut={null} pressed={null} menu disabled={!enabled} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={container}>
        <DropdownMenu.Content
          align="start"
          sideOffset={6}
          collisionPadding={8}
          // The caret is where it was: writing goes on there.
          onCloseAutoFocus={event => {
            event.preventDefault()
            editor?.view.focus()
          }}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-60 animate-appear overflow-y-auto rounded-lg border border-line bg-surface p-1.5 shadow-floating"
        >
          {groups
            .filter(group => group.length)
            .map((group, index) => (
              <Fragment key={group[0]?.label}>
                {index > 0 && <DropdownMenu.Separator className="my-1.5 border-t border-line" />}
                {group.map(({ label, icon: Icon, run }) => (
                  <DropdownMenu.Item key={label} className={ITEM} onSelect={() => editor && run(editor, tools)}>
                    <Icon aria-hidden />
                    {label}
                  </DropdownMenu.Item>
                ))}
              </Fragment>
            ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
