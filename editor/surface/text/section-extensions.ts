import type { Extensions } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { ListKeymap } from '@tiptap/extension-list'
import { Dropcursor, Gapcursor } from '@tiptap/extensions'
import { viewExtensions } from '../../blocks/views.tsx'
import type { Room } from '../collab/room.ts'
import type { CommentStore } from '../comments/comment-store.ts'
import { OwnThreadsOnly } from '../comments/own-threads-only.ts'
import { CopyFigures } from '../figures/copy-figures.ts'
import { FigureMenu } from '../figures/figure-menu.ts'
import { OfferBinding } from '../figures/offer-binding.ts'
import { KeepCut } from '../loose/keep-cut.ts'
import type { LooseTexts } from '../loose/loose-texts.ts'
import { MoveText } from '../move/move-text.ts'
import type { Mover } from '../move/mover.ts'
import { SectionAwareness } from '../presence/section-awareness.ts'
import { renderCaret, renderSelection } from './caret.ts'
import { CaretGuard } from './caret-guard.ts'
import { EmptyPlaceholder } from './empty-placeholder.ts'
import { KeepParagraphs } from './keep-paragraphs.ts'
import { PasteFromOffice } from './paste-from-office.ts'
import { StepPastCarets } from './step-past-carets.ts'
import { ToolKeys, type ToolKeysOptions } from './tool-keys.ts'

export interface SectionExtensionsOptions extends ToolKeysOptions {
  room: Room
  sectionId: string
  mover: Mover
  loose: LooseTexts
  comments: CommentStore
  placeholder: () => string
  /** Of the others' carets. */
  colourOf: (userId: string) => string
}

/** Everything that one section's editor is made of. Undo is of one's own changes to this section. */
export function sectionExtensions({
  room,
  sectionId,
  mover,
  loose,
  comments,
  placeholder,
  colourOf,
  ...keys
}: SectionExtensionsOptions): Extensions {
  const awareness = new SectionAwareness(room.provider.awareness, sectionId)
  return [
    ...viewExtensions,
    Collaboration.configure({
      fragment: room.doc.getXmlFragment(sectionId),
      yUndoOptions: { undoManager: room.undoOf(sectionId) },
    }),
    CollaborationCaret.configure({
      provider: { awareness },
      render: renderCaret(colourOf),
      selectionRender: renderSelection(colourOf),
    }),
    CaretGuard,
    StepPastCarets,
    KeepParagraphs,
    ListKeymap,
    Gapcursor,
    Dropcursor.configure({ color: false, class: 'drop-caret' }),
    EmptyPlaceholder.configure({ text: placeholder }),
    MoveText.configure({ mover, sectionId }),
    KeepCut.configure({ loose, sectionId }),
    FigureMenu.configure({ tools: keys.tools }),
    OfferBinding.configure({ tools: keys.tools }),
    CopyFigures.configure({ tools: keys.tools }),
    OwnThreadsOnly.configure({ comments }),
    PasteFromOffice.configure({ tools: keys.tools }),
    ToolKeys.configure(keys),
  ]
}
