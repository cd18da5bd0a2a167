import { useCallback, useEffect, useRef, useState } from 'react'
import type { TemplateFault } from '#templates/find-faults.ts'
import type { Template } from '#templates/template.ts'
import { saveAction } from '../actions.ts'

export type SaveState = 'saved' | 'saving' | 'unsaved'

const PAUSE_MS = 800

/** A draft that saves itself after each pause, one save at a time. */
export function useDraft(initial: { template: Template; revision: number; faults: TemplateFault[] }) {
  const [template, setTemplate] = useState(initial.template)
  const [faults, setFaults] = useState(initial.faults)
  const [state, setState] = useState<SaveState>('saved')
  const [problem, setProblem] = useState<string | null>(null)
  const revision = useRef(initial.revision)
  const newest = useRef(initial.template)
  const saving = useRef(false)

  const save = useCallback(async (): Promise<void> => {
    if (saving.current) return
    saving.current = true
    try {
      for (let sent: Template | null = null; sent !== newest.current; ) {
        sent = newest.current
        setState('saving')
        const answer = await saveAction(sent.key, sent, revision.current)
        if ('problem' in answer) {
          setProblem(answer.problem)
          setState('unsaved')
          return
        }
        revision.current = answer.revision
        setFaults(answer.faults)
        setProblem(null)
        // What is no template at all was not kept.
        setState(answer.faults.some(fault => fault.code === 'form') ? 'unsaved' : 'saved')
      }
    } catch {
      setState('unsaved')
    } finally {
      saving.current = false
    }
  }, [])

  const change = useCallback((edit: (template: Template) => Template): void => {
    setTemplate(before => {
      newest.current = edit(before)
      return newest.current
    })
    setState('unsaved')
  }, [])

  useEffect(() => {
    if (template === initial.template) return
    const timer = setTimeout(() => void save(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [template, initial.template, save])

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (state !== 'saved') event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [state])

  return { template, change, faults, state, problem, save }
}
