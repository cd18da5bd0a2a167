// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { generateJSON } from '@tiptap/core'
import { describe, expect, test } from 'vitest'
import { documentExtensions } from '../../blocks/extensions.ts'
import type { DocumentNode } from '../../core/document-node.ts'
import { cleanHtml } from './clean-html.ts'
import { readTsv, tsvTable } from './tsv.ts'

const sample = (name: string): string => readFileSync(`${import.meta.dirname}/samples/${name}.clipboard`, 'utf8')

/** What the document holds after the paste, short: block names with what is in them. */
function outline({ type, text, attrs, marks, content = [] }: DocumentNode): string {
  const signs = (marks ?? []).map(mark => (mark.type === 'link' ? `link(${mark.attrs?.href})` : mark.type))
  if (text !== undefined) return signs.length ? `${signs.join('+')}“${text}”` : text
  const level = type === 'heading' ? String(attrs?.level) : ''
  const start = type === 'orderedList' && attrs?.start !== 1 ? `@${attrs?.start}` : ''
  const spans = [attrs?.colspan, attrs?.rowspan].some(span => Number(span) > 1)
    ? `(${attrs?.colspan}×${attrs?.rowspan})`
    : ''
  return `${type}${level}${start}${spans}[${content.map(outline).join(' ')}]`
}

function paste(html: string): string[] {
  const doc = generateJSON(cleanHtml(html).html, documentExtensions) as DocumentNode
  return (doc.content ?? []).map(outline)
}

describe('Word', () => {
  test('headings, emphasis, links, notes and nested lists', () => {
    expect(paste(sample('word'))).toEqual([
      'heading4[Trycksår]',
      'paragraph[Andelen med  bold“åtgärdsplan”  har  italic“ökat”  sedan förra året footnote[Uppgift ur Senior alert, uttag den 10 januari.] . Läs mer på  link(https://www.senioralert.se/)“Senior alerts webbplats” .]',
      'heading5[Det här gör vi nu]',
      'bulletList[listItem[paragraph[Riskbedömning inom 14 dagar] bulletList[listItem[paragraph[Särskilt boende]] listItem[paragraph[Korttidsboende]]]] listItem[paragraph[Teammöten varje vecka]]]',
      'paragraph[Därefter:]',
      'orderedList@3[listItem[paragraph[Följ upp planen] orderedList[listItem[paragraph[varje månad]]]]]',
      'paragraph[Se rutinen.]',
    ])
  })

  test('tells how many pictures it left out', () => {
    expect(cleanHtml(sample('word')).droppedImages).toBe(1)
  })

  test('a level that starts deep, and a list of another kind right after', () => {
    const item = (level: number, sign: string, text: string): string =>
      `<p class=MsoListParagraph style='mso-list:l${sign === '·' ? 0 : 2} level${level} lfo1'><span style='mso-list:Ignore'>${sign}</span>${text}</p>`
    expect(paste(item(2, '·', 'ett') + item(1, '·', 'två') + item(1, '1)', 'tre'))).toEqual([
      'bulletList[listItem[paragraph[ett]] listItem[paragraph[två]]]',
      'orderedList[listItem[paragraph[tre]]]',
    ])
  })

  test('headings by class, as Outlook writes them', () => {
    expect(paste('<p class=MsoTitle>Titel</p><p class=MsoHeading3>Del</p>')).toEqual([
      'heading4[Titel]',
      'heading5[Del]',
    ])
  })

  test('a reference whose note was not copied is left out', () => {
    expect(paste('<p>Text<a href="#_ftn7" name="_ftnref7">[7]</a>.</p>')).toEqual(['paragraph[Text.]'])
  })
})

describe('Excel', () => {
  test('spans stay, the bold first row is the header, hidden rows and looks are gone', () => {
    expect(paste(sample('excel'))).toEqual([
      'table[tableRow[tableHeader(1×2)[paragraph[Område]] tableHeader(2×1)[paragraph[Andel, %]]] tableRow[tableCell[paragraph[2022]] tableCell[paragraph[2023]]] tableRow[tableCell[paragraph[Fall & trygghet]] tableCell[paragraph[96%]] tableCell[paragraph[]]]]',
    ])
    expect(cleanHtml(sample('excel')).html).not.toMatch(/style|class|width|x:num|dold/)
  })

  test('a table that is bold throughout has no header row', () => {
    const row = '<tr><td><b>a</b></td><td><b>b</b></td></tr>'
    expect(paste(`<table>${row}${row}</table>`)[0]).not.toContain('tableHeader')
  })

  test('plain text with tabs is a table, quoted cells keep their line breaks', () => {
    expect(readTsv('Typ\tAntal\r\n"Fall\r\ninne"\t12\r\n')).toEqual([
      ['Typ', 'Antal'],
      ['Fall\ninne', '12'],
    ])
    expect(paste(tsvTable('a\tb\n1\t<2\n') ?? '')).toEqual([
      'table[tableRow[tableCell[paragraph[a]] tableCell[paragraph[b]]] tableRow[tableCell[paragraph[1]] tableCell[paragraph[<2]]]]',
    ])
    expect(tsvTable('Ett ord\tmed tabb i löpande text')).toBeNull()
    expect(tsvTable('a\tb\nc')).toBeNull()
    expect(tsvTable('rad ett\nrad två')).toBeNull()
  })
})

describe('LibreOffice', () => {
  test('headings, notes, lists and tables', () => {
    expect(paste(sample('libreoffice'))).toEqual([
      'heading4[Avvikelser]',
      'paragraph[Antalet har minskat footnote[Ur DF Respons.] .]',
      'bulletList[listItem[paragraph[Fall]] listItem[paragraph[bold“Läkemedel”]]]',
      'table[tableRow[tableHeader[paragraph[Typ]] tableHeader[paragraph[Antal]]] tableRow[tableCell[paragraph[Fall]] tableCell[paragraph[312]]]]',
    ])
  })
})

test('Google Docs wraps everything in a bold that is not bold', () => {
  const html = '<b style="font-weight:normal;"><p><span style="font-weight:700">Fet</span> text</p></b>'
  expect(paste(html)).toEqual(['paragraph[bold“Fet”  text]'])
})

test('what comes from the editor itself is not touched', () => {
  const html = '<p data-pm-slice="1 1 []">Text <img data-image-id="x" alt="a"></p>'
  expect(cleanHtml(html)).toEqual({ html, droppedImages: 0 })
})

test('scripts and links that run code do not get in', () => {
  expect(paste('<p onclick="x()">Hej<script>x()</script> <a href="javascript:x()">länk</a></p>')).toEqual([
    'paragraph[Hej länk]',
  ])
})
