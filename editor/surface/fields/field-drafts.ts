import type { Field } from '../../core/structure/field.ts'
import { parseValue } from '../../core/structure/parse-value.ts'
import { ApiError, type FieldPlace } from '../report-api.ts'
import { Store } from '../store.ts'
import { sv } from './sv.ts'

/** What somebody has typed into a field and the server has not taken yet. */
export interface Draft {
  typed: string
  /** Value that stood there when the typing began. */
  seen: string | null
  state: 'typing' | 'saving' | 'refused' | 'waiting'
  /** What to tell the person; null while nothing is wrong. */
  problem: string | null
}

export interface DraftsHost {
  current: (place: FieldPlace) => string | null
  /** @returns what stood there when it was written */
  save: (place: FieldPlace, value: string | null, correct: boolean) => Promise<string | null>
  /** Somebody else filled in the same field meanwhile, and now this person's value stands there. */
  onOverwrite: (field: Field, place: FieldPlace, theirs: string) => void
  /** The field is not there any more: what was typed into it goes to nobody unless the person takes it. */
  onGone: (field: Field, typed: string) => void
}

interface Target {
  field: Field
  place: FieldPlace
  correct: boolean
}

/** How long a pause in typing is, ms: text is saved without leaving the field. */
const PAUSE_MS = 1_000
const RETRY_MS = 5_000

export const draftId = ({ id, key }: Pick<FieldPlace, 'id' | 'key'>): string => `${id} ${key}`

/**
 * What is typed into fields, until the server has it. It outlives the field on the page, waits while there is no
 * contact, and is kept where it is refused.
 */
export class FieldDrafts extends Store<Readonly<Record<string, Draft>>> {
  readonly #targets = new Map<string, Target>()
  readonly #saving = new Set<string>()
  readonly #pauses = new Map<string, ReturnType<typeof setTimeout>>()

  constructor(private readonly host: DraftsHost) {
    super({})
  }

  type(target: Target, typed: string): void {
    const id = draftId(target.place)
    const before = this.getSnapshot()[id]
    this.#targets.set(id, target)
    this.#put(id, {
      typed,
      seen: before ? before.seen : this.host.current(target.place),
      state: 'typing',
      problem: null,
    })
    this.#later(id, PAUSE_MS)
  }

  /** Saves what was typed into the field, if anything was. */
  async commit(place: FieldPlace): Promise<void> {
    const id = draftId(place)
    const draft = this.getSnapshot()[id]
    const target = this.#targets.get(id)
    clearTimeout(this.#pauses.get(id))
    if (!draft || !target) return
    // One save of a field at a time: two on the way could arrive in the other order.
    if (this.#saving.has(id)) return this.#later(id, PAUSE_MS)
    const parsed = parseValue(target.field, draft.typed)
    if ('problem' in parsed)
      return this.#put(id, { ...draft, state: 'refused', problem: sv.problems[parsed.problem] ?? sv.otherProblem })
    if (parsed.value === this.host.current(place)) return this.#drop(id)
    this.#put(id, { ...draft, state: 'saving', problem: null })
    this.#saving.add(id)
    let stood: string | null
    try {
      stood = await this.host.save(place, parsed.value, target.correct)
    } catch (failure) {
      return this.#failed(id, failure)
    } finally {
      this.#saving.delete(id)
    }
    if (stood !== null && stood !== draft.seen && stood !== parsed.value)
      this.host.onOverwrite(target.field, place, stood)
    const typedSince = this.getSnapshot()[id]
    if (typedSince && typedSince.typed !== draft.typed) {
      this.#put(id, { ...typedSince, seen: parsed.value, state: 'typing' })
      this.#later(id, PAUSE_MS)
    } else this.#drop(id)
  }

  /** Takes back what was typed and not saved. */
  forget(place: FieldPlace): void {
    this.#drop(draftId(place))
  }

  /** The page may be gone in a moment: what can be saved is sent now. */
  flush(): void {
    for (const { field, place } of this.#targets.values()) {
      const draft = this.getSnapshot()[draftId(place)]
      if (draft?.state === 'typing' && !('problem' in parseValue(field, draft.typed))) void this.commit(place)
    }
  }

  /** There is contact again. */
  retry(): void {
    for (const [id, { state }] of Object.entries(this.getSnapshot())) {
      const target = this.#targets.get(id)
      if (state === 'waiting' && target) void this.commit(target.place)
    }
  }

  #failed(id: string, failure: unknown): void {
    const draft = this.getSnapshot()[id]
    if (!draft) return
    if (!(failure instanceof ApiError)) {
      this.#put(id, { ...draft, state: 'waiting', problem: sv.waiting })
      this.#later(id, RETRY_MS)
      return
    }
    const target = this.#targets.get(id)
    if (failure.code === 'not-found' && target) {
      this.host.onGone(target.field, draft.typed)
      this.#drop(id)
      return
    }
    const code = failure.fields.value
    this.#put(id, { ...draft, state: 'refused', problem: (code && sv.problems[code]) || failure.message })
  }

  #later(id: string, ms: number): void {
    clearTimeout(this.#pauses.get(id))
    const target = this.#targets.get(id)
    if (target)
      this.#pauses.set(
        id,
        setTimeout(() => void this.#afterPause(id, target.place), ms),
      )
  }

  /** Half a number is not a wrong number yet: what cannot be saved is said when the field is left. */
  async #afterPause(id: string, place: FieldPlace): Promise<void> {
    const draft = this.getSnapshot()[id]
    const target = this.#targets.get(id)
    if (draft && target && !('problem' in parseValue(target.field, draft.typed))) await this.commit(place)
  }

  #put(id: string, draft: Draft): void {
    this.set({ ...this.getSnapshot(), [id]: draft })
  }

  #drop(id: string): void {
    clearTimeout(this.#pauses.get(id))
    this.#pauses.delete(id)
    this.#targets.delete(id)
    const { [id]: _gone, ...others } = this.getSnapshot()
    this.set(others)
  }
}
