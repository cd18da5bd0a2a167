import { Store } from '../store.ts'

const KEY = 'samskrift.quiet'

/** Whether others' carets are hidden and their comings and goings not read out; kept in this browser. */
export class QuietStore extends Store<boolean> {
  constructor() {
    super(false)
  }

  /** Browser only. */
  recall(): void {
    this.set(localStorage.getItem(KEY) === '1')
  }

  choose(quiet: boolean): void {
    if (quiet) localStorage.setItem(KEY, '1')
    else localStorage.removeItem(KEY)
    this.set(quiet)
  }
}
