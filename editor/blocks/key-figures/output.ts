import { emptyHtml, figureHtml, linesHtml } from '../../core/data-block/table-html.ts'
import { escapeHtml } from '../../core/escape-html.ts'
import { type KeyFigure, type KeyFigures, valueWords } from './model.ts'

function keyFigureHtml(figure: KeyFigure): string {
  const { label, value, change, target } = figure
  const lines = [change, target].filter(Boolean).map(line => `<dd>${escapeHtml(line ?? '')}</dd>`)
  const number = `<dd class="key-value">${figureHtml({ ...value, text: valueWords(figure) })}</dd>`
  return `<div><dt>${escapeHtml(label)}</dt>${number}${lines.join('')}</div>`
}

export function keyFiguresHtml(model: KeyFigures): string {
  if (model.empty) return emptyHtml(model.empty)
  const caption = `<p class="data-block-caption">${escapeHtml(model.caption)}</p>`
  return `<figure class="data-block key-figures">${caption}<dl>${model.figures.map(keyFigureHtml).join('')}</dl>${linesHtml(model)}</figure>`
}

export function keyFiguresText({ caption, figures, notes, sources, empty }: KeyFigures): string {
  if (empty) return ''
  const lines = figures.map(figure =>
    [figure.label, valueWords(figure), figure.change, figure.target].filter(Boolean).join('\t'),
  )
  return [caption, ...lines, ...notes, ...sources].join('\n')
}
