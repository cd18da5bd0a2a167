import * as Y from 'yjs'
import { EDITOR_VERSION } from '#editor/core/editor-version.ts'
import { serveJobs } from '../serve-jobs.ts'

/** A worker thread with a migration: this version calls "remark" what the one before called "paragraph". */
serveJobs([
  {
    to: EDITOR_VERSION,
    migrate(doc, sectionIds) {
      for (const id of sectionIds) {
        const fragment = doc.getXmlFragment(id)
        for (const [index, node] of fragment.toArray().entries()) {
          if (!(node instanceof Y.XmlElement) || node.nodeName !== 'paragraph') continue
          const renamed = new Y.XmlElement('remark')
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
  {
    to: EDITOR_VERSION + 1,
    migrate() {
      throw new Error('this program is of an earlier version')
    },
  },
])
