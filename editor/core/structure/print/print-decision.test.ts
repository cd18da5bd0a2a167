import { expect, test } from 'vitest'
import { type DocumentNode, walk } from '../../document-node.ts'
import { rowKind } from '../row-kind.ts'
import { printRows } from './print-rows.ts'

const kind = rowKind.parse({
  key: 'att-sats',
  one: 'att-sats',
  many: 'att-satser',
  heading: 'Att-satser',
  print: 'decision',
  fields: [
    { type: 'text', key: 'organ', label: 'Organ' },
    {
      type: 'choice',
      key: 'verb',
      label: 'Beslutar att',
      options: [
        { key: 'godkanna', label: 'Godkänna' },
        { key: 'lagga-till-handlingarna', label: 'Lägga till handlingarna' },
        { key: 'annat', label: 'Annat' },
      ],
    },
    { type: 'text', key: 'objekt', label: 'Vad', long: true },
    { type: 'period', key: 'ar', label: 'År' },
    { type: 'text', key: 'villkor', label: 'Villkor' },
  ],
})

function textOf(node: DocumentNode): string {
  const found: string[] = []
  walk(node, ({ text }) => void (text && found.push(text)))
  return found.join('')
}

const lines = (...values: Record<string, string>[]): string[] =>
  printRows({ kind, rows: values.map((one, index) => ({ id: String(index), values: one })) }).map(textOf)

test('att-satser are sentences: "samt" before the last, which ends with a full stop', () => {
  expect(
    lines(
      { organ: 'Vård- och omsorgsnämnden', verb: 'godkanna', objekt: 'berättelsen som sin egen', ar: '2023' },
      { organ: 'Vård- och omsorgsnämnden', verb: 'lagga-till-handlingarna', objekt: 'rapporten.', ar: '2023' },
      { organ: 'Vård- och omsorgsnämnden', verb: 'annat', objekt: 'ge förvaltningen\ni uppdrag att återkomma' },
    ),
  ).toEqual([
    'Vård- och omsorgsnämnden beslutar',
    'att godkänna berättelsen som sin egen för år 2023,',
    'att lägga rapporten för år 2023 till handlingarna, samt',
    'att ge förvaltningen i uppdrag att återkomma.',
  ])
})

test('a condition follows a comma, with "om" where it has no word of its own to begin with', () => {
  const one = (villkor: string) => lines({ verb: 'godkanna', objekt: 'planen', villkor })
  expect(one('fullmäktige beviljar medel')).toEqual(['att godkänna planen, om fullmäktige beviljar medel.'])
  expect(one('om medel finns')).toEqual(['att godkänna planen, om medel finns.'])
  expect(one('senast den 31 mars 2026')).toEqual(['att godkänna planen, senast den 31 mars 2026.'])
})

test('each body decides for itself, and what is missing is said', () => {
  expect(lines({ organ: 'Nämnden', verb: 'godkanna', objekt: 'A' }, { organ: 'Styrelsen', verb: 'godkanna' })).toEqual([
    'Nämnden beslutar',
    'att godkänna A.',
    'Styrelsen beslutar',
    'att godkänna uppgift saknas.',
  ])
})
