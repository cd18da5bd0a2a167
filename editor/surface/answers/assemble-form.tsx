import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useStore, useSurface } from '../surface-context.ts'
import { sv } from './sv.ts'
import { useAnswerAction } from './use-answer-action.ts'

/** Where the nämnders' answers are put together; the page goes there. */
export function AssembleForm({ close }: { close: () => void }) {
  const { structure, tools } = useSurface()
  const boards = useStore(structure, state => state.structure.answers?.jointBoards ?? [])
  const [boardId, setBoardId] = useState(boards[0]?.id ?? '')
  const { running, error, run } = useAnswerAction()
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    await run(async () => {
      const { id } = await tools.api.assembleAnswers(boardId)
      location.assign(`/rapporter/${id}`)
    })
  }
  return (
    <form onSubmit={event => void submit(event)} noValidate>
      <Field label={sv.assembleAt} error={error}>
        {control => (
          <select {...control} value={boardId} onChange={event => setBoardId(event.target.value)}>
            {boards.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <DialogActions>
        <Button onClick={close}>{sv.cancel}</Button>
        <Button type="submit" variant="primary" loading={running}>
          {sv.assembleNow}
        </Button>
      </DialogActions>
    </form>
  )
}
