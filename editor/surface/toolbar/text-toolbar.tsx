import { Redo2, Undo2 } from 'lucide-react'
import { Toolbar } from 'radix-ui'
import { tools as allTools } from '../../blocks/views.tsx'
import type { Tool } from '../block-view.ts'
import { useStore, useSurface } from '../surface-context.ts'
import { TOOLBAR_ID } from '../text/places.ts'
import { sv } from './sv.ts'
import { ToolButton } from './tool-button.tsx'
import { ToolMenu } from './tool-menu.tsx'
import { useToolbarState } from './tool-state.ts'

const GROUPS: Tool['group'][] = ['block', 'mark', 'list', 'insert', 'comment']

/** Where there is little room: what a short answer is written with. */
export const SHORT: readonly Tool['group'][] = ['mark', 'list', 'comment']

/** One toolbar for all sections: it acts on the one that is written in. */
export function TextToolbar({ groups = GROUPS }: { groups?: readonly Tool['group'][] }) {
  const { active, tools } = useSurface()
  const editor = useStore(active)?.editor ?? null
  const state = useToolbarState(editor)

  return (
    <Toolbar.Root
      id={TOOLBAR_ID}
      aria-label={sv.label}
      className="relative flex items-center gap-0.5 overflow-x-auto sm:flex-wrap"
      onKeyDown={event => {
        if (event.key === 'Escape' && editor) editor.view.focus()
      }}
    >
      <ToolButton
        label={sv.undo}
        icon={Undo2}
        shortcut="Mod-z"
        pressed={null}
        disabled={!state.undo}
        onClick={() => editor?.chain().focus().undo().run()}
      />
      <ToolButton
        label={sv.redo}
        icon={Redo2}
        shortcut="Mod-y"
        pressed={null}
        disabled={!state.redo}
        onClick={() => editor?.chain().focus().redo().run()}
      />
      {groups.map(group => (
        <div key={group} className="flex shrink-0 items-center gap-0.5">
          <Toolbar.Separator className="mx-1 h-6 border-l border-line" />
          {allTools.map((tool, index) => {
            if (tool.group !== group) return null
            const enabled = state.enabled[index] ?? false
            if (tool.menu)
              return <ToolMenu key={tool.label} tool={tool} editor={editor} tools={tools} enabled={enabled} />
            return (
              <ToolButton
                key={tool.label}
                label={tool.label}
                icon={tool.icon}
                shortcut={tool.shortcut}
                pressed={tool.isActive ? (state.on[index] ?? false) : null}
                disabled={!enabled}
                onClick={() => editor && tool.run(editor, tools)}
              />
            )
          })}
        </div>
      ))}
    </Toolbar.Root>
  )
}
