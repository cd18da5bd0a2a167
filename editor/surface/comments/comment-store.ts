import type { CommentThread } from '../../core/comment-thread.ts'
import type { ConnectionState } from '../collab/connection-state.ts'
import type { Room } from '../collab/room.ts'
import { oneAtATime } from '../one-at-a-time.ts'
import { errorMessage, type ReportApi } from '../report-api.ts'
import { type ReadStore, Store } from '../store.ts'
import type { ChosenWords } from './chosen-words.ts'
import { inOrder, LivePlaces } from './live-places.ts'
import { MessageDrafts } from './message-drafts.ts'
import { sv } from './sv.ts'

export const FILTERS = ['open', 'resolved', 'all'] as const
export type CommentFilter = (typeof FILTERS)[number]

export interface CommentsState {
  /** In the order of the text as it is now; null until the server has said them. */
  threads: readonly CommentThread[] | null
  /** Why they are not here. */
  problem: string | null
  /** Whether the panel is open. */
  open: boolean
  filter: CommentFilter
  /** The thread that the caret, or the focus in the panel, is in. */
  active: string | null
  /** What a new comment is to be about. */
  begun: ChosenWords | null
}

export type CommentApi = Pick<ReportApi, 'comments' | 'startComment' | 'reply' | 'resolveThread' | 'changeMessage'>

export interface CommentHost {
  api: CommentApi
  reportId: string
  /** Id of the person. */
  me: string
  connection: ReadStore<ConnectionState>
  /** In the order of the report. */
  sectionIds: () => string[]
  sectionName: (sectionId: string) => string
  /** Of what others have said meanwhile. */
  announce: (text: string) => void
}

/** Others' writing moves the places; they are looked for again in steps of this length. Milliseconds. */
const STEP_MS = 400

/** What is said about the report's text. */
export class CommentStore extends Store<CommentsState> {
  readonly drafts: MessageDrafts
  readonly #host: CommentHost
  #said: readonly CommentThread[] = []
  readonly #copied = new Set<string>()
  #room: Room | null = null
  #places: LivePlaces | null = null
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(host: CommentHost) {
    super({ threads: null, problem: null, open: false, filter: 'open', active: null, begun: null })
    this.#host = host
    this.drafts = new MessageDrafts(host.me, host.reportId)
  }

  /** @returns a function that stops following the report */
  start(): () => void {
    const follow = (): void => {
      const { room, ready } = this.#host.connection.getSnapshot()
      const next = ready ? room : null
      if (next === this.#room) return
      this.#places?.leave()
      this.#room = next
      this.#places = next && new LivePlaces(next.doc, this.#placeSoon)
      this.#placeSoon()
    }
    follow()
    const stop = this.#host.connection.subscribe(follow)
    void this.refresh()
    return () => {
      stop()
      this.#places?.leave()
      this.#places = null
      this.#room = null
      if (this.#timer) clearTimeout(this.#timer)
      this.#timer = null
    }
  }

  /** Something was said, by anybody. */
  readonly refresh = oneAtATime(() => this.#fetch())

  show(change: Partial<Pick<CommentsState, 'open' | 'filter' | 'active' | 'begun'>>): void {
    this.set({ ...this.getSnapshot(), ...change })
  }

  /** A thread's words were cut or copied here: it may be so new that the server has not told of it yet. */
  copied(thread: string): void {
    this.#copied.add(thread)
  }

  /** Whether a thread is this report's, as far as is known here. */
  has(thread: string): boolean {
    return this.#copied.has(thread) || this.#said.some(({ id }) => id === thread)
  }

  /** Opens the panel at a thread, whatever it shows else. */
  showThread(id: string): void {
    const thread = this.getSnapshot().threads?.find(one => one.id === id)
    const { filter } = this.getSnapshot()
    const hidden = thread && filter !== 'all' && (filter === 'open') === (thread.resolved !== null)
    this.show({ open: true, active: id, ...(hidden && { filter: 'all' }) })
  }

  /**
   * Begins a thread on the chosen words, as soon as the person's own text is at the server: the words may be a part of it.
   * @throws ApiError; TypeError where there is no contact; AbortError
   */
  async send(begun: ChosenWords, body: string, { signal, onSend }: { signal: AbortSignal; onSend: () => void }) {
    await this.#settled(signal)
    onSend()
    const { id } = await this.#host.api.startComment({ ...begun, body })
    this.show({ begun: null, active: id, ...(this.getSnapshot().filter === 'resolved' && { filter: 'open' }) })
    await this.refresh()
  }

  /** @throws ApiError; TypeError where there is no contact */
  async reply(threadId: string, body: string): Promise<void> {
    await this.#host.api.reply(threadId, body)
    await this.refresh()
  }

  /** @throws ApiError; TypeError where there is no contact */
  async resolve(threadId: string, resolved: boolean): Promise<void> {
    await this.#host.api.resolveThread(threadId, resolved)
    await this.refresh()
  }

  /** @throws ApiError; TypeError where there is no contact */
  async change(threadId: string, messageId: number, change: { body: string } | { removed: boolean }): Promise<void> {
    await this.#host.api.changeMessage(threadId, messageId, change)
    await this.refresh()
  }

  #settled(signal: AbortSignal): Promise<void> {
    const { connection } = this.#host
    const isSettled = (): boolean => {
      const { settled, unsaved } = connection.getSnapshot()
      return settled && !unsaved
    }
    if (isSettled()) return Promise.resolve()
    return new Promise((resolve, reject) => {
      const stop = connection.subscribe(() => {
        if (!isSettled()) return
        stop()
        resolve()
      })
      signal.addEventListener('abort', () => {
        stop()
        reject(signal.reason)
      })
    })
  }

  async #fetch(): Promise<void> {
    try {
      const before = this.getSnapshot().threads && this.#said
      this.#said = await this.#host.api.comments()
      if (before) this.#announce(before)
      this.#place(null)
    } catch (failure) {
      this.set({ ...this.getSnapshot(), problem: errorMessage(failure) })
    }
  }

  #announce(before: readonly CommentThread[]): void {
    const { me, sectionName, announce } = this.#host
    const known = new Set(before.flatMap(({ messages }) => messages.map(({ id }) => id)))
    const news = this.#said.flatMap(({ sectionId, messages }) =>
      messages.flatMap(({ id, author }) => (known.has(id) || author.id === me ? [] : { sectionId, author })),
    )
    const [first] = news
    if (first)
      announce(
        news.length === 1 ? sv.added(first.author.name, sectionName(first.sectionId)) : sv.addedMany(news.length),
      )
  }

  readonly #placeSoon = (): void => {
    if (this.#said.length === 0) return
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.#place(this.getSnapshot().problem)
    }, STEP_MS)
  }

  #place(problem: string | null): void {
    const threads =
      this.#places && this.#said.length ? inOrder(this.#said, this.#places.read(this.#host.sectionIds())) : this.#said
    this.set({ ...this.getSnapshot(), threads, problem })
  }
}

export const openThreads = ({ threads }: CommentsState): CommentThread[] =>
  (threads ?? []).filter(({ resolved }) => resolved === null)
