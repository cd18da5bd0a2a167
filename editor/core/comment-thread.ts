/** Something that one person has said in a thread. */
export interface CommentMessage {
  id: number
  author: { id: string; name: string }
  /** Plain text with ends of lines; null where its author has taken it back. */
  body: string | null
  /** ISO 8601 instant. */
  at: string
  /** ISO 8601 instant; null where it is as it was first written. */
  editedAt: string | null
}

/** What people have said about a place in the text. */
export interface CommentThread {
  id: string
  /** Where the words are now; where they were, once they are gone. */
  sectionId: string
  /** Whether the words are still in the text. */
  placed: boolean
  /** The words that it was begun on. */
  quote: string
  /** Null while it is open. */
  resolved: { by: string; at: string } | null
  /** Whether the person who asks may answer and resolve. */
  mayWrite: boolean
  /** Oldest first. */
  messages: CommentMessage[]
}
