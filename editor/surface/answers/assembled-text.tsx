import type { DocumentNode } from '../../core/document-node.ts'
import { useSurface } from '../surface-context.ts'
import { Printed } from '../units/printed.tsx'
import { sv } from './sv.ts'

/** What other reports say, to be read here and changed there. Its figures stand in it as text. */
export function AssembledText({ content }: { content: DocumentNode[] }) {
  const { imageUrl } = useSurface().tools.api
  return (
    <div className="mt-3 border-l-2 border-line pl-4 print:border-0 print:pl-0">
      <Printed content={content} label={sv.assembled} imageUrl={imageUrl} className="" />
    </div>
  )
}
