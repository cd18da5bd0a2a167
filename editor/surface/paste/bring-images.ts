import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { foreignImage, type ReportImage } from './report-images.ts'

/** @returns id of the picture in this report */
export type BringImage = (image: ReportImage) => Promise<string>

export interface Brought {
  slice: Slice
  /** Pictures that could not be fetched; they are not in the slice. */
  lost: number
}

function imagesIn(content: Fragment): string[] {
  const ids = new Set<string>()
  content.descendants(node => {
    if (foreignImage(node.attrs.imageId)) ids.add(String(node.attrs.imageId))
    return true
  })
  return [...ids]
}

/** Whether pictures of other reports must be fetched before the slice is put in a text. */
export const hasForeignImages = ({ content }: Slice): boolean => imagesIn(content).length > 0

function replaced(content: Fragment, idOf: (id: string) => string | null): Fragment {
  const nodes: Node[] = []
  content.forEach(node => {
    if (!foreignImage(node.attrs.imageId)) {
      nodes.push(node.copy(replaced(node.content, idOf)))
      return
    }
    const imageId = idOf(String(node.attrs.imageId))
    if (imageId !== null) nodes.push(node.type.create({ ...node.attrs, imageId }, node.content, node.marks))
  })
  return Fragment.from(nodes)
}

/**
 * Stores the pictures of other reports in this one. A text never names a picture that its report does not have: those
 * that could not be fetched are left out.
 */
export async function bringImages({ content, openStart, openEnd }: Slice, bring: BringImage): Promise<Brought> {
  const ids = new Map<string, string>()
  let lost = 0
  await Promise.all(
    imagesIn(content).map(async id => {
      const image = foreignImage(id)
      try {
        if (image) ids.set(id, await bring(image))
      } catch {
        // Counted, and told to whoever pastes.
        lost += 1
      }
    }),
  )
  const kept = replaced(content, id => ids.get(id) ?? null)
  // Where a picture was the edge of the slice, there is nothing left that is open.
  const slice = Slice.maxOpen(kept)
  return {
    slice: new Slice(kept, Math.min(openStart, slice.openStart), Math.min(openEnd, slice.openEnd)),
    lost,
  }
}
