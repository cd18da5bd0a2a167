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

  height: PdfContext['height'] = (key, width, element) => {
    const known = this.heights.get(key)
    if (known !== undefined) return known
    this.questions.push({ key, width, element })
    return null
  }

  tallerThanPage = (id: string): boolean => this.tall.has(id)
}
