import type { ChangeEvent, KeyboardEvent } from 'react'
import type { Field } from '../../core/structure/field.ts'
import { classNames } from '../../ui/class-names.ts'
import { ReportChoice } from './report-choice.tsx'
import { sv } from './sv.ts'
import type { FieldState } from './use-field.ts'

export interface ControlProps {
  field: Field
  state: FieldState
  attributes: {
    id?: string
    'aria-label'?: string
    'aria-describedby'?: string | undefined
    'aria-invalid'?: true | undefined
    'aria-required'?: true | undefined
    className: string
  }
}

const GROWING = 'field-sizing-content min-h-10 resize-y'
/** As tall as its text, which no narrow column may hide; it holds no line breaks. */
const ONE_PARAGRAPH = 'field-sizing-content resize-none overflow-hidden'

/** What a field's value is typed or chosen in. */
export function Control({ field, state, attributes }: ControlProps) {
  const { typed, onType, onCommit } = state
  const type = (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>): void => onType(event.target.value)
  const choose = (value: string): void => {
    onType(value)
    onCommit()
  }
  // Enter in a single line says that it is done; it must not send a form that is not there.
  const enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    onCommit()
  }
  switch (field.type) {
    case 'choice':
      return (
        <select {...attributes} value={typed} onChange={event => choose(event.target.value)}>
          <option value="">{sv.choose}</option>
          {field.options.map(option => (
            <option key={option.key} value={option.key}>
              {option.label}
            </option>
          ))}
        </select>
      )
    case 'report':
      return <ReportChoice {...attributes} templates={field.templates} value={typed} onChange={choose} />
    case 'date':
      return <input {...attributes} type="date" value={typed} onChange={type} onBlur={onCommit} />
    case 'text':
      if (field.long || field.quote)
        return (
          <textarea
            {...attributes}
            rows={2}
            value={typed}
            onChange={type}
            onBlur={onCommit}
            className={classNames(attributes.className, GROWING)}
          />
        )
      return (
        <textarea
          {...attributes}
          rows={1}
          value={typed}
          onChange={event => onType(event.target.value.replaceAll(/\s*\n\s*/g, ' '))}
          onBlur={onCommit}
          onKeyDown={enter}
          className={classNames(attributes.className, ONE_PARAGRAPH)}
        />
      )
  }
  return (
    <input
      {...attributes}
      type="text"
      inputMode={field.type === 'number' ? 'decimal' : undefined}
      placeholder={field.type === 'period' ? sv.periodHint : undefined}
      autoComplete="off"
      value={typed}
      onChange={type}
      onBlur={onCommit}
      onKeyDown={enter}
      // In a table, whose head is the label, figures stand under each other.
      className={classNames(
        attributes.className,
        field.type === 'number' && 'tabular-nums',
        field.type === 'number' && attributes['aria-label'] !== undefined && 'text-right',
      )}
    />
  )
}
