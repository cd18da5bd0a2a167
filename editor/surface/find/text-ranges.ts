import { type FindQuery, queryPattern } from './query.ts'

/** Elements within a run of text: marks, and other people's carets and selections. Every other one ends it. */
const WITHIN_A_RUN = 'strong, em, a, span:not([data-footnote])'
/** Shown in the text, but of the data. */
const NOT_TEXT = '.data-block, [data-generated], [contenteditable="false"]'

function collectRuns(element: Element, runs: Text[][]): void {
  for (const node of element.childNodes) {
    if (node instanceof Text) runs.at(-1)?.push(node)
    else if (node instanceof Element) {
      const within = node.matches(WITHIN_A_RUN)
      if (!within) runs.push([])
      if (!node.matches(NOT_TEXT)) collectRuns(node, runs)
      if (!within) runs.push([])
    }
  }
}

/** Where in a run's nodes a character stands; `end` prefers the end of a node to the start of the next. */
function boundary(run: Text[], index: number, end: boolean): [Text, number] | null {
  let left = index
  for (const node of run) {
    if (end ? left <= node.length : left < node.length) return [node, left]
    left -= node.length
  }
  return null
}

/** The query's places in a text as the page shows it, in order; as many as in the shared document when both say the same. */
export function textRanges(root: Element, query: FindQuery): Range[] {
  const pattern = queryPattern(query)
  if (!pattern) return []
  const runs: Text[][] = [[]]
  collectRuns(root, runs)
  return runs.flatMap(run =>
    [
      ...run
        .map(node => node.data)
        .join('')
        .matchAll(pattern),
    ].flatMap(found => {
      const start = boundary(run, found.index, false)
      const end = boundary(run, found.index + found[0].length, true)
      if (!start || !end) return []
      const range = document.createRange()
      range.setStart(...start)
      range.setEnd(...end)
      return [range]
    }),
  )
}
