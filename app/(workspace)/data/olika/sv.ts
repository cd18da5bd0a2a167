export const sv = {
  title: 'Siffror som skiljer sig',
  description:
    'Samma siffra ska vara densamma i alla rapporter. Här syns de som inte är det, oftast för att källan har ändrats sedan en rapport låstes.',
  back: 'Alla siffror',
  emptyTitle: 'Alla siffror stämmer överens',
  emptyText: 'Ingen siffra har olika värden i rapporterna.',
  newest: 'som källan har nu',
  older: 'inte längre som källan har',
  locked: 'låst',
  open: 'utkast',
}
