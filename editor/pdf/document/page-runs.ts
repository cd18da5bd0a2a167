import type { Block } from './keep-together.tsx'

/** Blocks that follow each other on pages of one kind, from the top of a page. */
export interface PageRun {
  isLying: boolean
  groups: Block[][]
}

/**
 * Where the pages change: an author has ended one, or a table is too wide for a page that stands. What it must be read
 * with, its heading, its source, goes along.
 */
export function pageRuns(groups: Block[][]): PageRun[] {
  const runs: PageRun[] = []
  let ended = true
  for (const group of groups) {
    if (group.some(({ props }) => props.isPageBreak)) {
      ended = true
      continue
    }
    const isLying = group.some(({ props }) => props.isLying)
    const run = runs.at(-1)
    if (run && !ended && run.isLying === isLying) run.groups.push(group)
    else runs.push({ isLying, groups: [group] })
    ended = false
  }
  return runs
}
