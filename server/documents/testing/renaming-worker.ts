import * as Y from 'yjs'
import { EDITOR_VERSION } from '#editor/core/editor-version.ts'
import { serveJobs } from '../serve-jobs.ts'

/** A worker thread with a migration to what the editor knows: the version before called a paragraph "stycke". */
serveJobs([
  {
    to: EDITOR_VERSION,
    migrate(doc, sectionIds) {
      for (const id of sectionIds) {
        const fragment = doc.getXmlFragment(id)
        for (const [index, node] of fragment.toArray().entries()) {
          if (!(node instanceof Y.XmlElement) || node.nodeName !== 'stycke') continue
          const renamed = new Y.XmlElement('paragraph')
          renamed.insert(
            0,
            node.toArray().map(child => child.clone() as Y.XmlElement | Y.XmlText),
          )
          fragment.delete(index, 1)
          fragment.insert(index, [renamed])
        }
      }
    },
  },
])
