/** The clock ticks of one client, in order: `fragments[i]` holds those from `ends[i - 1]` (or 0) to before `ends[i]`. */
export interface Runs {
  ends: number[]
  fragments: number[]
}

/** Which fragment each clock tick of each client is in, as numbers: one entry where a client went on to another. */
export class FragmentRuns {
  readonly clients: Map<number, Runs>

  constructor(clients = new Map<number, Runs>()) {
    this.clients = clients
  }

  /** Null for a tick that is not known. */
  of(client: number, clock: number): number | null {
    const runs = this.clients.get(client)
    return runs?.fragments[firstEndingAfter(runs, clock)] ?? null
  }

  /** The fragments of the ticks [from, to), each once or more. */
  *within(client: number, from: number, to: number): Iterable<number> {
    const runs = this.clients.get(client)
    if (!runs) return
    for (let at = firstEndingAfter(runs, from); at < runs.ends.length; at += 1) {
      if (at > 0 && (runs.ends[at - 1] ?? 0) >= to) return
      yield runs.fragments[at] ?? 0
    }
  }

  /** @param between the fragment of ticks before `from` that nobody has told of */
  append(client: number, from: number, to: number, fragment: number, between: number): void {
    const runs = this.clients.get(client) ?? { ends: [], fragments: [] }
    this.clients.set(client, runs)
    const end = runs.ends.at(-1) ?? 0
    if (to <= end) return
    if (from > end) push(runs, from, between)
    push(runs, to, fragment)
  }
}

function push({ ends, fragments }: Runs, to: number, fragment: number): void {
  if (fragments.at(-1) === fragment) ends[ends.length - 1] = to
  else {
    ends.push(to)
    fragments.push(fragment)
  }
}

function firstEndingAfter({ ends }: Runs, clock: number): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) <= clock) low = middle + 1
    else high = middle
  }
  return low
}
