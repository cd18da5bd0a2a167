import { type FormEvent, useId, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { errorId, FieldError } from '../../ui/field.tsx'
import { useStore, useSurface } from '../surface-context.ts'
import { sv } from './sv.ts'
import { useAnswerAction } from './use-answer-action.ts'

/** Which nämnder answer the same granskning; those that do already are named, with a way to their answers. */
export function ShareForm({ close }: { close: () => void }) {
  const { structure, tools } = useSurface()
  const boards = useStore(structure, state => state.structure.answers?.boards ?? [])
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { running, error, setError, run } = useAnswerAction()
  const id = useId()
  const open = boards.filter(({ answer }) => answer === null)
  const having = boards.filter(({ answer }) => answer !== null)
  const toggle = (boardId: string): void => {
    const next = new Set(chosen)
    if (!next.delete(boardId)) next.add(boardId)
    setChosen(next)
  }
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!chosen.size) return setError(sv.choose)
    let made = 0
    const ask = async () => {
      const shared = await tools.api.shareReview([...chosen])
      made = shared.filter(({ isNew }) => isNew).length
    }
    if (!(await run(ask))) return
    tools.notify({ title: made ? sv.made(made) : sv.hadThem, tone: 'good' })
    close()
  }
  return (
    <form onSubmit={event => void submit(event)} noValidate>
      {open.length > 0 ? (
        <fieldset aria-describedby={error ? errorId(id) : undefined}>
          <legend className="font-semibold">{sv.boards}</legend>
          {open.map(board => (
            <label key={board.id} className="flex min-h-10 cursor-pointer items-center gap-2.5">
              <input
                type="checkbox"
                checked={chosen.has(board.id)}
                onChange={() => toggle(board.id)}
                className="size-5 shrink-0 accent-accent"
              />
              {board.name}
            </label>
          ))}
        </fieldset>
      ) : (
        <p>{sv.allHave}</p>
      )}
      {having.length > 0 && (
        <ul className="mt-3">
          {having.map(({ id: boardId, name, answer }) => (
            <li key={boardId} className="flex min-h-8 items-center">
              <a href={`/rapporter/${answer}`} className="text-accent underline underline-offset-2">
                {sv.has(name)}
              </a>
            </li>
          ))}
        </ul>
      )}
      {error && (
        <div className="mt-2" role="alert">
          <FieldError id={errorId(id)}>{error}</FieldError>
        </div>
      )}
      <DialogActions>
        <Button onClick={close}>{open.length > 0 ? sv.cancel : sv.close}</Button>
        {open.length > 0 && (
          <Button type="submit" variant="primary" loading={running}>
            {sv.make}
          </Button>
        )}
      </DialogActions>
    </form>
  )
}
