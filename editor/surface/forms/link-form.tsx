import type { Editor } from '@tiptap/core'
import { type FormEvent, useState } from 'react'
import { sv } from '../../marks/link/sv.ts'
import { Button } from '../../ui/button.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { linkAddress } from './link-address.ts'

/** Address and, where nothing is selected, text of a link. Works on the editor's selection. */
export function LinkForm({ editor, close }: { editor: Editor; close: () => void }) {
  const { empty, to } = editor.state.selection
  const existing = String(editor.getAttributes('link').href ?? '')
  const [address, setAddress] = useState(existing)
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const href = linkAddress(address)
    if (!href) return setError(sv.addressError)
    const label = text.trim() || address.trim()
    const made = { type: 'text', text: label, marks: [{ type: 'link', attrs: { href } }] }
    if (empty) editor.chain().insertContent(made).run()
    else editor.chain().setLink({ href }).setTextSelection(to).run()
    close()
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <Field label={sv.address} hint={sv.addressHint} error={error}>
        {control => (
          <input
            {...control}
            type="url"
            inputMode="url"
            autoComplete="off"
            value={address}
            onChange={event => setAddress(event.target.value)}
          />
        )}
      </Field>
      {empty && (
        <Field label={sv.text} hint={sv.textHint}>
          {control => <input {...control} type="text" value={text} onChange={event => setText(event.target.value)} />}
        </Field>
      )}
      <DialogActions>
        {existing && (
          <Button
            variant="ghost"
            onClick={() => {
              editor.commands.unsetLink()
              close()
            }}
          >
            {sv.remove}
          </Button>
        )}
        <Button onClick={close}>{sv.cancel}</Button>
        <Button type="submit" variant="primary">
          {sv.save}
        </Button>
      </DialogActions>
    </form>
  )
}
