import { ChevronDown, ChevronUp, Undo2 } from 'lucide-react'
import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { afterPaint } from '../after-paint.ts'
import { holdPlace } from '../sections/hold-place.ts'
import { mayWriteSomewhere } from '../structure/may-write.ts'
import { useStore, useSurface } from '../surface-context.ts'
import { sv as words } from '../sv.ts'
import { clearHighlights, highlight, scrollToMatch } from './highlight.ts'
import { sv } from './sv.ts'

const FIELD_ID = 'find-text'

function Choice({ label, checked, onChange }: { label: string; checked: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="flex min-h-8 items-center gap-2.5">
      <input
        type="checkbox"
        checked={checked}
        onChange={event => onChange(event.target.checked)}
        className="size-4 accent-accent"
      />
      {label}
    </label>
  )
}

/** "3 av 17 träffar i 4.1 Egenkontroll" */
function Outcome() {
  const { find, structure } = useSurface()
  const { query, matches, current } = useStore(find)
  const sections = useStore(structure, state => state.structure.sections)
  const section = sections.find(({ id }) => id === matches[current]?.sectionId)
  const text =
    query.text.trim() === ''
      ? ''
      : section
        ? `${sv.count(current + 1, matches.length)} ${sv.inSection(words.sectionName(section.number, section.heading))}`
        : sv.none
  return (
    <p role="status" className="min-h-6 text-sm text-muted">
      {text}
    </p>
  )
}

/** Shows the current place in the text, whether or not it has an editor yet. */
function useShownMatch(): void {
  const { find } = useSurface()
  const { query, matches, current } = useStore(find)
  const match = matches[current] ?? null
  const where = match && `${match.sectionId} ${match.place}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when the place has changed, not at every new search
  useEffect(() => {
    const show = (): void => {
      const { matches: now, current: at, query: asked } = find.getSnapshot()
      const shown = now[at]
      if (shown) scrollToMatch(shown, highlight(now, shown, asked))
    }
    show()
    const paper = document.querySelector('.report-paper')
    return where && paper ? holdPlace(paper, show) : undefined
  }, [where, query])
  useEffect(() => {
    highlight(matches, match, query)
  }, [matches, match, query])
  useEffect(() => {
    // Sections get their editors as they come near, and with them other nodes.
    const again = afterPaint(() => {
      const { matches: now, current: at, query: asked } = find.getSnapshot()
      highlight(now, now[at] ?? null, asked)
    })
    const observer = new MutationObserver(again.ask)
    const paper = document.querySelector('.report-paper')
    if (paper) observer.observe(paper, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      again.cancel()
      clearHighlights()
    }
  }, [find])
}

/** Finds and replaces in all sections, also in those that are far away and have no editor. */
export function FindPanel({ onClose }: { onClose: () => void }) {
  const { find, structure } = useSurface()
  const { query, matches, canUndo } = useStore(find)
  const canWrite = useStore(structure, state => mayWriteSomewhere(state.structure))
  const [replacement, setReplacement] = useState('')
  const [said, setSaid] = useState('')
  useEffect(() => find.open(), [find])
  useEffect(() => document.getElementById(FIELD_ID)?.focus(), [])
  useShownMatch()

  const tell = (replaced: number): void => setSaid(replaced ? sv.replaced(replaced) : sv.notReplaced)
  const undo = (): void => {
    find.undo()
    // The button goes away, and must not take the focus with it.
    document.getElementById(FIELD_ID)?.focus()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    find.step(1)
  }
  return (
    <SidePanel title={sv.title} onClose={onClose}>
      <search>
        <form onSubmit={submit} className="flex flex-col gap-4">
          <Field id={FIELD_ID} label={sv.find} hint={sv.hint}>
            {control => (
              <input
                {...control}
                type="text"
                autoComplete="off"
                value={query.text}
                onChange={event => find.look({ text: event.target.value })}
              />
            )}
          </Field>
          <div className="flex items-center gap-1">
            <div className="grow">
              <Outcome />
            </div>
            <IconButton label={sv.previous} icon={<ChevronUp aria-hidden />} onClick={() => find.step(-1)} />
            <IconButton type="submit" label={sv.next} icon={<ChevronDown aria-hidden />} />
          </div>
          <div>
            <Choice label={sv.matchCase} checked={query.matchCase} onChange={matchCase => find.look({ matchCase })} />
            <Choice
              label={sv.wholeWords}
              checked={query.wholeWords}
              onChange={wholeWords => find.look({ wholeWords })}
            />
          </div>
          {canWrite && (
            <>
              <Field label={sv.replaceWith}>
                {control => (
                  <input
                    {...control}
                    type="text"
                    autoComplete="off"
                    value={replacement}
                    onChange={event => setReplacement(event.target.value)}
                  />
                )}
              </Field>
              <div className="flex flex-wrap gap-2">
                <Button
                  aria-disabled={!matches.length || undefined}
                  onClick={() => matches.length && tell(find.replaceCurrent(replacement))}
                >
                  {sv.replace}
                </Button>
                <Button
                  aria-disabled={!matches.length || undefined}
                  onClick={() => matches.length && tell(find.replaceAll(replacement))}
                >
                  {sv.replaceAll}
                </Button>
                {canUndo && (
                  <Button variant="ghost" icon={<Undo2 aria-hidden />} onClick={undo}>
                    {sv.undo}
                  </Button>
                )}
              </div>
              <p role="status" className="min-h-6 text-sm">
                {said}
              </p>
            </>
          )}
        </form>
      </search>
    </SidePanel>
  )
}
