import * as Y from 'yjs'
import { serveJobs } from '../serve-jobs.ts'

/** A worker thread with a migration: version 1 calls "remark" what version 0 called "paragraph". */
serveJobs([
  {
    to: 1,
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
    to: 2,
    migrate() {
      throw new Error('this program is of version 1')
    },
  },
])
