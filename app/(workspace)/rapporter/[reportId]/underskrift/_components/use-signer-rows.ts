import { type RefObject, useEffect, useRef, useState } from 'react'
import { useToast } from '#app/ui/toast.tsx'
import type { ProposedSigner } from '#server/signing/rounds/propose-signers.ts'
import { MOST_SIGNERS } from '#templates/signing-limits.ts'
import { sv as words } from '../sv.ts'
import type { PlannedRow } from './signer-row.tsx'

const sv = words.start

interface SignerRows {
  /** Holds the rows, each marked with its key in `data-signer`. */
  list: RefObject<HTMLOListElement | null>
  rows: PlannedRow[]
  /** What was done last, for who does not see it. */
  said: string
  change: (key: number, part: Partial<PlannedRow>) => void
  move: (from: number, to: number) => void
  add: () => void
  /** It can be undone for as long as the message about it is shown, and there is room. */
  remove: (index: number) => void
}

/**
 * Those who are to sign, in their order. The focus follows: to a row that is new or came back, and to the neighbour of
 * one that is gone.
 * @param proposed who signs as what, as a proposal
 */
export function useSignerRows(proposed: readonly ProposedSigner[]): SignerRows {
  const toast = useToast()
  const list = useRef<HTMLOListElement>(null)
  const [rows, setRows] = useState<PlannedRow[]>(() =>
    proposed.map((signer, key) => ({ key, capacity: signer.capacity, userId: signer.userId ?? '', proposed: signer })),
  )
  /** For the message about a row that is gone, which outlives the rows that it was removed from. */
  const shown = useRef(rows)
  useEffect(() => {
    shown.current = rows
  }, [rows])
  /** Of the next new row: the key of a row that is gone is its own, for it may come back. */
  const freeKey = useRef(proposed.length)
  const [said, setSaid] = useState('')
  /** Key of the row that is to have the focus when it is there. */
  const [next, setNext] = useState<number | null>(null)
  useEffect(() => {
    if (next === null) return
    list.current?.querySelector<HTMLElement>(`[data-signer="${next}"] input`)?.focus()
    setNext(null)
  }, [next])

  return {
    list,
    rows,
    said,
    change: (key, part) => setRows(rows.map(row => (row.key === key ? { ...row, ...part } : row))),
    move: (from, to) => {
      const moved = rows[from]
      if (!moved) return
      setRows(rows.toSpliced(from, 1).toSpliced(to, 0, moved))
      setSaid(sv.moved(to + 1, rows.length))
    },
    add: () => {
      const key = freeKey.current++
      setRows([...rows, { key, capacity: '', userId: '', proposed: null }])
      setNext(key)
    },
    remove: index => {
      const gone = rows[index]
      if (!gone) return
      const left = rows.toSpliced(index, 1)
      setRows(left)
      setNext((left[index] ?? left.at(-1))?.key ?? null)
      const bringBack = (): void => {
        if (shown.current.length < MOST_SIGNERS) {
          setRows(shown.current.toSpliced(index, 0, gone))
          setNext(gone.key)
        } else say(sv.full)
      }
      const say = (title: string): void => toast({ title, action: { label: sv.undo, run: bringBack } })
      say(sv.removed(index + 1))
    },
  }
}
