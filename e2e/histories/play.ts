import { setImmediate as turn } from 'node:timers/promises'
import * as Y from 'yjs'
import { until } from '#server/collab/testing/until.ts'
import type { World } from '#server/collab/testing/world.ts'
import type { Documents } from '#server/documents/documents.ts'
import { Author } from './author.ts'
import { charactersIn, Pen, without } from './characters.ts'
import { Rules } from './rules.ts'
import { Stage } from './stage.ts'
import { type History, SECTIONS, type Step } from './steps.ts'
import { StoredText } from './stored-text.ts'

const SETTLED_WITHIN_MS = 30_000

/** A history as it was played, with what must hold in the end. */
export class Play {
  readonly #rules = new Rules()
  readonly #changedRole = new Set<string>()
  #frozen: Uint8Array | null = null

  private constructor(
    private readonly stage: Stage,
    private readonly authors: Author[],
    private readonly contributors: ReadonlySet<string>,
  ) {}

  /** @returns what does not hold */
  static async play(world: World, documents: Documents, { contributors, steps, locked }: History): Promise<string[]> {
    const stage = await Stage.open(world, documents, SECTIONS)
    const pen = new Pen()
    const roles = contributors.map((isContributor, index) => isContributor && index > 0)
    const users = await Promise.all(
      roles.map((isContributor, index) => stage.join(`Författare ${index}`, isContributor)),
    )
    const { reportId, port } = stage
    const authors = users.map(userId => new Author({ userId, reportId, port, pen }))
    const play = new Play(stage, authors, new Set(users.filter((_, index) => roles[index])))
    try {
      await until('everybody has the text', () => authors.every(author => author.isReady), SETTLED_WITHIN_MS)
      for (const step of steps) await play.#take(step)
      if (locked) await play.#lockReport()
      return await play.#judge()
    } finally {
      for (const author of authors) author.leave()
      await stage.close()
    }
  }

  async #take(step: Step): Promise<void> {
    const { stage } = this
    switch (step.do) {
      case 'edit':
        this.#author(step.who).edit(this.#section(step.section), step.name, step)
        break
      case 'move':
        this.#author(step.who).move(this.#section(step.section), this.#section(step.to))
        break
      case 'undo':
      case 'redo':
        this.#author(step.who).takeBack(this.#section(step.section), step.do)
        break
      case 'offline':
        this.#author(step.who).goOffline()
        break
      case 'online':
        this.#author(step.who).goOnline()
        break
      case 'lock':
      case 'unlock': {
        const section = this.#section(step.section)
        const isLocked = step.do === 'lock'
        await this.#change(() => stage.lockSection(section, isLocked))
        this.#rules.lock(section, isLocked)
        break
      }
      case 'assign': {
        const { userId } = this.#author(step.who)
        const section = this.#section(step.section)
        await this.#change(() => stage.assign(section, userId))
        this.#rules.assign(section, userId)
        break
      }
      case 'role': {
        const { userId } = this.#author(step.who)
        this.#changedRole.add(userId)
        await stage.changeRole(userId, step.role)
        break
      }
      case 'restart':
        await stage.restart()
        break
      case 'fold':
        await stage.folded()
        break
      case 'settle':
        await this.#settled()
        break
      case 'breathe':
        for (let left = step.turns; left > 0; left -= 1) await turn()
    }
  }

  async #lockReport(): Promise<void> {
    for (const author of this.authors) author.goOnline()
    for (const [index, author] of this.authors.entries()) {
      author.edit(this.#section(index), 'writeParagraph', { at: 0, size: 0 })
    }
    const locking = this.stage.lockReport()
    for (let round = 0; round < 20; round += 1) {
      await turn()
      this.#author(round).edit(this.#section(round), 'write', { at: round * 7, size: 1 })
    }
    this.#frozen = await locking
  }

  async #judge(): Promise<string[]> {
    const { stage, authors } = this
    for (const author of authors) author.goOnline()
    await this.#settled()
    await this.#rules.end(() => stage.lastSeq())
    const upTo = await stage.lastSeq()
    const stored = await stage.read()
    await until('everybody has what is stored', () => this.#differences(stored).length === 0, 5_000).catch(() => {})
    const contributors = new Set([...this.contributors].filter(id => !this.#changedRole.has(id)))
    const changes = StoredText.changesBy(stage.seed, stored.rows, stage.sections)
    const wrong = [
      ...this.#differences(stored),
      ...(await this.#wrongInDatabase(stored)),
      ...authors.flatMap(({ promises }) => promises.broken(stored.doc)).map(what => `saved and gone: ${what}`),
      ...this.#rules.broken(changes, contributors),
      ...authors.flatMap(author => this.#lost(author, stored)),
    ]
    // What somebody was refused at the last moment they may have sent anew since.
    return wrong.length > 0 && (await stage.lastSeq()) !== upTo ? this.#judge() : wrong
  }

  async #settled(): Promise<void> {
    const online = this.authors.filter(author => author.isOnline)
    const stuck = () => online.filter(author => !author.isSaved)
    await until('all is saved', () => stuck().length === 0, SETTLED_WITHIN_MS).catch(error => {
      const states = stuck().map(({ userId, state: { room: _, refused: __, ...facts } }) => ({ userId, ...facts }))
      throw new Error(`stuck: ${JSON.stringify(states)}`, { cause: error })
    })
  }

  #differences(stored: StoredText): string[] {
    return this.authors.flatMap(({ room, userId }) => {
      const differing = this.stage.sections.filter(id => this.#shown(room.doc, id) !== this.#shown(stored.doc, id))
      const pending = room.doc.store.pendingStructs ? [`${userId} waits for text`] : []
      return [
        ...pending,
        ...differing.map(id => `${userId} sees ${this.#shown(room.doc, id)}, stored is ${this.#shown(stored.doc, id)}`),
      ]
    })
  }

  async #wrongInDatabase(stored: StoredText): Promise<string[]> {
    const { stage } = this
    const states = { folded: await stage.folded(), ...(this.#frozen && { frozen: this.#frozen }) }
    const wrong = Object.entries(states).flatMap(([what, state]) => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, state)
      return stage.sections
        .filter(id => this.#shown(doc, id) !== this.#shown(stored.doc, id))
        .map(id => `${what}: ${this.#shown(doc, id)}, in the log: ${this.#shown(stored.doc, id)}`)
    })
    if (stored.doc.store.pendingStructs || stored.doc.store.pendingDs) wrong.push('the log has rows without their base')
    if ((await stage.sectionCount()) !== SECTIONS) wrong.push('a section is gone')
    for (const root of stored.doc.share.keys()) if (!stage.sections.includes(root)) wrong.push(`a root ${root}`)
    return wrong
  }

  /** What somebody wrote, did not remove, was not stored, and is not offered. */
  #lost(author: Author, stored: StoredText): string[] {
    const { everStored } = stored
    const { offered } = author
    const shown = new Set(this.stage.sections.flatMap(id => [...charactersIn(stored.doc.getXmlFragment(id))]))
    const lost = without(author.written, new Set([...shown, ...everStored, ...offered, ...author.removed]))
    return lost.length === 0 ? [] : [`${author.userId} wrote ${lost.join('')}, which is nowhere`]
  }

  #shown(doc: Y.Doc, sectionId: string): string {
    return doc.getXmlFragment(sectionId).toString()
  }

  async #change(make: () => Promise<void>): Promise<void> {
    await this.#rules.change(() => this.stage.lastSeq(), make)
  }

  #author(who: number): Author {
    return this.authors[who % this.authors.length] as Author
  }

  #section(index: number): string {
    return this.stage.sections[index % this.stage.sections.length] as string
  }
}
