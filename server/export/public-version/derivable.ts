import type { Equation } from './equations.ts'

const NOTHING = 1e-9

type Row = Map<string, number>

function add(row: Row, other: Row, factor: number): void {
  for (const [name, coefficient] of other) {
    const sum = (row.get(name) ?? 0) + factor * coefficient
    if (Math.abs(sum) < NOTHING) row.delete(name)
    else row.set(name, sum)
  }
}

/**
 * What can be counted out although it is not shown, by Gauss–Jordan elimination: a quantity follows from the others
 * exactly when the reduced equations have one that holds it and nothing else unknown.
 * @returns the known quantities that it is counted from, by unknown quantity
 */
export function derivable(
  equations: readonly Equation[],
  isUnknown: (quantity: string) => boolean,
): Map<string, string[]> {
  const solved = new Map<string, Row>()
  for (const equation of equations) {
    const row: Row = new Map(equation)
    for (const name of [...row.keys()]) {
      const known = solved.get(name)
      const factor = row.get(name)
      if (known && factor !== undefined) add(row, known, -factor)
    }
    const pivot = [...row.keys()].find(isUnknown)
    if (pivot === undefined) continue
    const lead = row.get(pivot) ?? 1
    for (const [name, coefficient] of row) row.set(name, coefficient / lead)
    for (const other of solved.values()) {
      const factor = other.get(pivot)
      if (factor !== undefined) add(other, row, -factor)
    }
    solved.set(pivot, row)
  }
  const found = new Map<string, string[]>()
  for (const [pivot, row] of solved) {
    const others = [...row.keys()].filter(name => name !== pivot)
    if (!others.some(isUnknown)) found.set(pivot, others)
  }
  return found
}
