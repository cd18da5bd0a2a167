import type { ExportProgress } from '#editor/surface/report-api.ts'

export const sv = {
  title: 'Förhandsgranska',
  titleOf: (title: string) => `Förhandsgranska ${title}`,
  versions: { internal: 'Intern version, som PDF.', public: 'Offentlig version utan små tal, som PDF.' },
  back: 'Till rapporten',
  download: 'Hämta filen',
  steps: {
    waiting: 'Väntar på sin tur',
    resolving: 'Hämtar text och siffror',
    layout: 'Bryter sidor',
    contents: 'Skriver innehållsförteckningen',
    drawing: 'Ritar sidorna',
    packing: 'Samlar filerna',
    done: 'Öppnar filen',
  } satisfies Record<ExportProgress['step'], string>,
  progress: 'Så långt har sidorna kommit',
  retry: 'Försök igen',
  failed: 'Det gick inte att visa rapporten. Försök igen. Om det händer igen, kontakta administratören.',
  missingGlyph: (detail: string) =>
    `Rapporten har tecken som inte går att skriva ut i en PDF: ${detail}. Byt dem och försök igen.`,
  lost: 'Kontakten med servern bröts. Försök igen.',
  bar: 'Sidor och storlek',
  previous: 'Föregående sida',
  next: 'Nästa sida',
  page: 'Sida',
  of: (total: number) => `av ${total}`,
  pageOf: (page: number, total: number) => `Sida ${page} av ${total}`,
  smaller: 'Mindre',
  larger: 'Större',
  zoom: (percent: number) => `${percent} procent`,
  pages: 'Rapportens sidor',
}
