import { type Editor, Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { NumberBinding } from '../../blocks/bound-number/model.ts'
import { sv as words } from '../../blocks/bound-number/sv.ts'
import { periodName } from '../../core/period.ts'
import type { SurfaceTools } from '../block-view.ts'
import { matchingFigure, writtenNumber } from './matching-figure.ts'
import { OFFERED, Question } from './question.ts'

const sv = words.offer

/** A number in the text that is a figure of the page, and is not bound to it yet. */
interface Offer {
  from: number
  to: number
  binding: NumberBinding
}

const offers = new PluginKey<Offer | null>('offerBinding')

/** How far the writer may go on before the question is no longer asked, characters. */
const REACH = 40

function findOffer({ selection, doc }: EditorState, tools: SurfaceTools): Offer | null {
  const { $from, empty } = selection
  if (!empty || !$from.parent.isTextblock || $from.parent.type.name === 'footnote') return null
  // An inline block stands for one sign that no number has.
  const before = doc.textBetween(Math.max($from.start(), $from.pos - REACH), $from.pos, undefined, '\ufffc')
  const written = writtenNumber(before)
  const binding = written && matchingFigure(written, tools.figures())
  return binding ? { from: $from.pos - written.from, to: $from.pos - written.to, binding } : null
}

/** An offer stays while the writer is near it and has not changed what it is about. */
function keepOffer(offer: Offer, tr: Transaction): Offer | null {
  const [from, to] = [tr.mapping.mapResult(offer.from, 1), tr.mapping.mapResult(offer.to, -1)]
  const { $from, empty } = tr.selection
  const near = empty && $from.pos >= to.pos && $from.pos - to.pos <= REACH && $from.start() <= from.pos
  const next = tr.doc.textBetween(to.pos, Math.min(to.pos + 1, tr.doc.content.size), undefined, ' ')
  // "47,1 procent" that goes on to be procentenheter is another thing.
  const whole = to.pos - from.pos === offer.to - offer.from && !from.deleted && !to.deleted && !/[\p{L}\d]/u.test(next)
  return near && whole ? { ...offer, from: from.pos, to: to.pos } : null
}

function nameOf({ indicatorId, period }: NumberBinding, tools: SurfaceTools): string {
  const indicator = tools.figures().indicators[indicatorId]
  return [indicator?.area, indicator?.name, periodName(period)].filter(Boolean).join(', ')
}

function bind(editor: Editor, tools: SurfaceTools): boolean {
  const { state, view } = editor
  const offer = offers.getState(state)
  const node = offer && state.schema.nodes.boundNumber?.create({ ...offer.binding })
  if (!offer || !node) return false
  view.dispatch(state.tr.replaceWith(offer.from, offer.to, node).setMeta(offers, null))
  view.focus()
  tools.speak(sv.bound)
  return true
}

function decorations(editor: Editor, state: EditorState): DecorationSet | null {
  const offer = offers.getState(state)
  if (!offer || !editor.isEditable) return null
  return DecorationSet.create(state.doc, [Decoration.inline(offer.from, offer.to, { class: OFFERED })])
}

/** Who types a number that the page has a figure for is asked whether it is that figure. */
export const OfferBinding = Extension.create<{ tools: SurfaceTools }>({
  name: 'offerBinding',
  // Before a line break's own Mod-Enter, and before Escape leaves the text.
  priority: 1000,
  addKeyboardShortcuts() {
    const { tools } = this.options
    return {
      'Mod-Enter': ({ editor }) => bind(editor, tools),
      Escape: ({ editor }) => {
        if (!offers.getState(editor.state)) return false
        editor.view.dispatch(editor.state.tr.setMeta(offers, null))
        return true
      },
    }
  },
  addProseMirrorPlugins() {
    const { editor, options } = this
    return [
      new Plugin<Offer | null>({
        key: offers,
        state: {
          init: () => null,
          apply: (tr, offer, _before, state) => {
            if (tr.getMeta(offers) === null) return null
            const kept = offer && keepOffer(offer, tr)
            const written = tr.docChanged && !isChangeOrigin(tr) && tr.getMeta('y-sync$') === undefined
            return (written ? findOffer(state, options.tools) : null) ?? kept
          },
        },
        props: { decorations: state => decorations(editor, state) },
        view: view => {
          const question = new Question(view.dom, () => bind(editor, options.tools))
          return {
            update: ({ state }, before) => {
              const offer = offers.getState(state)
              if (!offer || !editor.isEditable) return question.hide()
              const written = state.doc.textBetween(offer.from, offer.to)
              const name = nameOf(offer.binding, options.tools)
              question.show(sv.text(written, name))
              const asked = offers.getState(before)?.binding.indicatorId === offer.binding.indicatorId
              if (!asked) options.tools.speak(sv.spoken(written, name))
            },
            destroy: () => question.hide(),
          }
        },
      }),
    ]
  },
})
