import type { ReactElement } from 'react'
import type { PdfContext } from '../pdf-block.ts'

export interface HeightQuestion {
  key: string
  width: number
  element: () => ReactElement
}

/** What earlier passes over the report found out, and what this one asks. */
export class Measuring {
  readonly questions: HeightQuestion[] = []
  readonly heights = new Map<string, number>()
  readonly tall = new Set<string>()

  /** For one pass: questions are told apart by their order, which is the same in all. */
  asker(): PdfContext['height'] {
    let asked = 0
    return (width, element) => {
      const key = `question-${++asked}`
      const known = this.heights.get(key)
      if (known !== undefined) return known
      this.questions.push({ key, width, element })
      return null
    }
  }

  tallerThanPage = (id: string): boolean => this.tall.has(id)
}
