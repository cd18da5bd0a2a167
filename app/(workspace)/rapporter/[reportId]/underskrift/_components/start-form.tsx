'use client'

import { Plus, Send } from 'lucide-react'
import { FormEnd } from '#app/ui/form-end.tsx'
import { SelectField, type SelectFieldProps } from '#app/ui/select-field.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { useFormAction } from '#app/ui/use-form-action.ts'
import { useKeptForm } from '#app/ui/use-kept-form.ts'
import { Button } from '#editor/ui/button.tsx'
import { Notice } from '#editor/ui/notice.tsx'
import type { SigningView } from '#server/signing/read-signing.ts'
import { MOST_SIGNERS } from '#templates/signing-limits.ts'
import { OUTCOME } from '../../../../_components/outcome-mark.ts'
import { startAction } from '../actions.ts'
import { NOTHING } from '../form-state.ts'
import { signerFaults } from '../signer-faults.ts'
import { sv as words } from '../sv.ts'
import { type PlannedRow, SignerRow } from './signer-row.tsx'
import { useSignerRows } from './use-signer-rows.ts'

const sv = words.start

/** All who can be asked, those who are likely for the row first. */
function choices(candidates: SigningView['candidates'], { proposed }: PlannedRow): SelectFieldProps['options'] {
  const all = new Map(candidates.map(({ id, name, title }) => [id, { value: id, label: `${name}, ${title}` }]))
  const likely = (proposed?.likely ?? []).flatMap(id => all.get(id) ?? [])
  const others = [...all.values()].filter(option => !likely.includes(option))
  return likely.length
    ? [
        { label: sv.likely, options: likely },
        { label: sv.others, options: others },
      ]
    : others
}

export type StartFormProps = { reportId: string } & Pick<SigningView, 'proposal' | 'candidates'>

/** Who signs, in which order, until when. */
export function StartForm({ reportId, proposal, candidates }: StartFormProps) {
  const [{ problems, problem }, send, sending] = useFormAction(startAction.bind(null, reportId), NOTHING)
  const { list, rows, said, change, move, add, remove } = useSignerRows(proposal.signers)
  const form = useKeptForm(send, problems)
  const faults = problems.signers ? signerFaults(rows) : []
  return (
    <form {...form} className="flex flex-col gap-6 rounded-xl border border-line bg-surface p-5 sm:p-6">
      <div>
        <h2 {...OUTCOME} className="text-xl font-semibold focus-visible:outline-none">
          {sv.title}
        </h2>
        <p className="max-w-prose text-muted">{sv.text}</p>
      </div>
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-2 font-semibold">{sv.signers}</legend>
        {problems.signers && (
          <Notice tone="bad" alert>
            {problems.signers}
          </Notice>
        )}
        <ol ref={list} className="flex flex-col gap-3">
          {rows.map((row, index) => (
            <SignerRow
              key={row.key}
              row={row}
              number={index + 1}
              people={choices(candidates, row)}
              faults={faults[index]}
              onChange={part => change(row.key, part)}
              onUp={index > 0 ? () => move(index, index - 1) : null}
              onDown={index < rows.length - 1 ? () => move(index, index + 1) : null}
              onRemove={rows.length > 1 ? () => remove(index) : null}
            />
          ))}
        </ol>
        <p role="status" className="sr-only">
          {said}
        </p>
        {rows.length < MOST_SIGNERS && (
          <div>
            <Button size="sm" icon={<Plus aria-hidden />} onClick={add}>
              {sv.add}
            </Button>
          </div>
        )}
      </fieldset>
      <div className="max-w-md">
        <SelectField
          label={sv.order}
          name="order"
          defaultValue={proposal.order}
          options={[
            { value: 'sequence', label: sv.sequence },
            { value: 'parallel', label: sv.parallel },
          ]}
        />
      </div>
      <TextField
        type="date"
        label={sv.deadline}
        hint={sv.deadlineHint}
        error={problems.deadline ?? null}
        name="deadline"
        className="sm:!w-56"
      />
      <TextAreaField label={sv.message} name="message" maxLength={1000} />
      <FormEnd
        problem={problem}
        submit={sv.submit}
        icon={<Send aria-hidden />}
        sending={sending}
        status={sending && sv.working}
      />
    </form>
  )
}
