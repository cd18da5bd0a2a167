import { JSDOM } from 'jsdom'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderHtmlFile } from './render-html-file.ts'
import { doc, h, note, p, table, td, text, th } from './testing/nodes.ts'
import { sampleReport } from './testing/sample-report.ts'

const parse = (html: string): Document => new JSDOM(html).window.document

describe('the sample report as an HTML file', () => {
  let html: string
  let page: Document
  beforeAll(() => {
    const { resolved, images } = sampleReport()
    html = renderHtmlFile(resolved, images)
    page = parse(html)
  })

  it('asks no other host for anything', () => {
    for (const element of page.querySelectorAll('[src], link, script'))
      expect(element.getAttribute('src')).toMatch(/^data:image\/png;base64,/)
    expect(html).not.toMatch(/url\(|@import/)
    expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain("default-src 'none'")
  })

  it('has a language, a title, one main heading and no level skipped', () => {
    expect(page.documentElement.lang).toBe('sv')
    expect(page.title).toBe('Patientsäkerhetsberättelse 2023 – Flens kommun')
    const levels = [...page.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ tagName }) => Number(tagName[1]))
    expect(levels.filter(level => level === 1)).toHaveLength(1)
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
  })

  it('leads from the contents and the notes to their places and back', () => {
    const links = [...page.querySelectorAll('a[href^="#"]')]
    expect(links.length).toBeGreaterThan(26 + 2 * 19)
    for (const link of links) expect(page.getElementById(link.getAttribute('href')?.slice(1) ?? '')).not.toBeNull()
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('gives every header cell its scope', () => {
    for (const cell of page.querySelectorAll('th')) expect(cell.getAttribute('scope')).toMatch(/^(col|row|rowgroup)$/)
    expect(page.querySelectorAll('thead').length).toBe(page.querySelectorAll('table').length)
  })
})

describe('renderHtmlFile', () => {
  const one = (...content: Parameters<typeof doc>) => {
    const { resolved, images } = sampleReport()
    resolved.sections = resolved.sections.slice(0, 1).map(section => ({ ...section, content: doc(...content) }))
    return parse(renderHtmlFile(resolved, images)).querySelector('main')
  }

  it('keeps text that looks like markup', () => {
    const main = one(p('<table><th>'), p('a', note('<b>not</b>')), h(5, '<h4>'))
    expect(main?.textContent).toContain('<table><th>')
    expect(main?.textContent).toContain('<b>not</b>')
    expect(main?.querySelector('h3')?.textContent).toBe('<h4>')
  })

  it('numbers notes with marks in them', () => {
    const noted = { type: 'footnote', content: [text('se ', { type: 'italic' }), text('lagen', { type: 'bold' })] }
    const main = one(p('a', noted, 'b', note('två')))
    expect(main?.querySelector('#not-1')?.innerHTML).toContain('<em>se </em><strong>lagen</strong>')
    expect(main?.querySelector('#notmarke-2')?.textContent).toBe('2')
  })

  it('tells heads of nested tables apart', () => {
    const inner = table([th('i'), th('j')], [th('k'), td('1')])
    const main = one(table([th('a')], [td([p('x'), inner])]))
    const scopes = [...(main?.querySelectorAll('th') ?? [])].map(cell => [cell.textContent, cell.getAttribute('scope')])
    expect(scopes).toEqual([
      ['a', 'col'],
      ['i', 'col'],
      ['j', 'col'],
      ['k', 'row'],
    ])
    expect(main?.querySelectorAll('.table')).toHaveLength(1)
  })
})
