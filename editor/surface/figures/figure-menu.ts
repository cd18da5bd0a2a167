import { Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { ReactRenderer } from '@tiptap/react'
import Suggestion, { type SuggestionKeyDownProps, type SuggestionProps } from '@tiptap/suggestion'
import type { NumberBinding } from '../../blocks/bound-number/model.ts'
import { sv as words } from '../../blocks/bound-number/sv.ts'
import type { FigureRef, FigureSet } from '../../core/figure.ts'
import type { SurfaceTools } from '../block-view.ts'
import { FigureMenuList, type FigureMenuListHandle, type FigureMenuListProps, optionId } from './figure-menu-list.tsx'

/** A figure that can be chosen, with what it is called and has. */
export interface FigureItem {
  ref: FigureRef
  data: FigureSet
}

type Props = SuggestionProps<FigureItem, NumberBinding>

const DEBOUNCE_MS = 120
const LIST_ID = 'figure-menu'

/** A menu under the caret, from start to end of one "@". The caret stays in the text. */
function menu(speak: SurfaceTools['speak']) {
  let list: ReactRenderer<FigureMenuListHandle, FigureMenuListProps> | null = null
  let unmount = (): void => {}
  const tell = ({ editor: { view }, items, loading }: Props): void => {
    view.dom.setAttribute('aria-controls', LIST_ID)
    view.dom.setAttribute('aria-activedescendant', optionId(LIST_ID, list?.ref?.active() ?? 0))
    if (!loading) speak(items.length ? words.menu.hint : words.menu.none)
  }
  const listProps = (props: Props): FigureMenuListProps => ({
    id: LIST_ID,
    items: props.items,
    loading: props.loading,
    choose: ({ ref }) => props.command({ ...ref, form: 'unit' }),
    onActive: index => props.editor.view.dom.setAttribute('aria-activedescendant', optionId(LIST_ID, index)),
  })
  return {
    onStart: (props: Props) => {
      list = new ReactRenderer(FigureMenuList, { editor: props.editor, props: listProps(props) })
      unmount = props.mount(list.element as HTMLElement)
      tell(props)
    },
    onUpdate: (props: Props) => {
      list?.updateProps(listProps(props))
      tell(props)
    },
    onKeyDown: ({ event }: SuggestionKeyDownProps) => list?.ref?.onKeyDown(event) ?? false,
    onExit: ({ editor }: Props) => {
      editor.view.dom.removeAttribute('aria-controls')
      editor.view.dom.removeAttribute('aria-activedescendant')
      unmount()
      list?.destroy()
      list = null
    },
  }
}

/** "@" and some words of a figure's name put the figure there. */
export const FigureMenu = Extension.create<{ tools: SurfaceTools }>({
  name: 'figureMenu',
  // Before the blocks' own keys: Enter chooses.
  priority: 1000,
  addProseMirrorPlugins() {
    const { tools } = this.options
    return [
      Suggestion<FigureItem, NumberBinding>({
        editor: this.editor,
        char: '@',
        allowSpaces: true,
        container: '.report-surface',
        debounce: DEBOUNCE_MS,
        allow: ({ state }) => state.selection.$from.parent.type.name !== 'footnote',
        shouldShow: ({ transaction, editor }) => editor.isEditable && !isChangeOrigin(transaction),
        items: async ({ query, signal }) => {
          const { refs, data } = await tools.api.findFigures(query, tools.year, signal)
          return refs.map(ref => ({ ref, data }))
        },
        command: ({ editor, range, props }) =>
          editor
            .chain()
            .focus()
            .insertContentAt(range, { type: 'boundNumber', attrs: { ...props } })
            .run(),
        render: () => menu(tools.speak),
      }),
    ]
  },
})
