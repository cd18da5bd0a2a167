import type { ReportStructure, SectionStructure } from '../../core/report-page.ts'
import { errorMessage, type SectionChange } from '../report-api.ts'
import { Store } from '../store.ts'

export interface StructureState {
  /** As the server said, with what is being saved already in it. */
  structure: ReportStructure
  /** By section: why its last change was not saved. */
  errors: Record<string, string>
}

export interface StructureApi {
  structure(): Promise<ReportStructure>
  changeSection(sectionId: string, change: SectionChange): Promise<unknown>
}

interface Pending {
  sectionId: string
  change: SectionChange
}

/** @param me name of the person who changes it */
function apply(section: SectionStructure, pending: Pending[], me: string): SectionStructure {
  let changed = section
  for (const { sectionId, change } of pending) {
    if (sectionId !== section.id) continue
    const { locked, ...fields } = change
    changed = { ...changed, ...fields, ...(locked !== undefined && lockFields(changed, locked, me)) }
  }
  return changed
}

/** Whether an opened section may be written in, only the server knows; it says so right after. */
const lockFields = ({ mayWrite }: SectionStructure, locked: boolean, me: string): Partial<SectionStructure> =>
  locked
    ? { lockedAt: new Date().toISOString(), lockedBy: me, mayWrite: false }
    : { lockedAt: null, lockedBy: null, mayWrite }

/** Everything of the report but its text. Changes show at once and are taken back if the server refuses them. */
export class StructureStore extends Store<StructureState> {
  readonly #api: StructureApi
  #saved: ReportStructure
  #pending: Pending[] = []
  #errors: Record<string, string> = {}
  #fetching: Promise<void> | null = null
  #again = false

  constructor(structure: ReportStructure, api: StructureApi) {
    super({ structure, errors: {} })
    this.#saved = structure
    this.#api = api
  }

  async change(sectionId: string, change: SectionChange): Promise<boolean> {
    const pending = { sectionId, change }
    this.#pending.push(pending)
    delete this.#errors[sectionId]
    this.#publish()
    let error: string | null = null
    try {
      await this.#api.changeSection(sectionId, change)
      this.#saved = { ...this.#saved, sections: this.#applied([pending]) }
    } catch (failure) {
      error = errorMessage(failure)
      this.#errors = { ...this.#errors, [sectionId]: error }
    }
    this.#pending = this.#pending.filter(other => other !== pending)
    this.#publish()
    return error === null
  }

  /** The server says that the structure moved. Calls during a fetch make one more, not one each. */
  async refresh(): Promise<void> {
    if (this.#fetching) {
      this.#again = true
      return this.#fetching
    }
    this.#fetching = this.#fetch().finally(() => {
      this.#fetching = null
      if (!this.#again) return
      this.#again = false
      void this.refresh()
    })
    return this.#fetching
  }

  /**
   * Rights are gone, or report or section is locked: say so before the server has answered in full.
   * @param sectionIds null for the whole report
   */
  stopWriting(sectionIds: string[] | null): void {
    const { may, sections } = this.#saved
    this.#saved = sectionIds
      ? {
          ...this.#saved,
          sections: sections.map(one => (sectionIds.includes(one.id) ? { ...one, mayWrite: false } : one)),
        }
      : { ...this.#saved, may: { ...may, write: false } }
    this.#publish()
  }

  async #fetch(): Promise<void> {
    try {
      this.#saved = await this.#api.structure()
      this.#publish()
    } catch {
      // What is shown stays; the connection's own line says that there is no contact.
    }
  }

  #applied(pending: Pending[]): SectionStructure[] {
    const { sections, me } = this.#saved
    return sections.map(section => apply(section, pending, me.name))
  }

  #publish(): void {
    const sections = this.#pending.length ? this.#applied(this.#pending) : this.#saved.sections
    this.set({ structure: { ...this.#saved, sections }, errors: { ...this.#errors } })
  }
}
