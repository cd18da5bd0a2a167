import { formatDate } from '#editor/core/format-date.ts'
import { lowerFirst } from '#editor/core/lower-first.ts'

export const sv = {
  subject: (title: string, again: boolean) => `${again ? 'Påminnelse: skriv' : 'Skriv'} under ${title}`,
  greeting: (name: string) => `Hej ${name}!`,
  asked: (by: string, title: string, capacity: string) =>
    `${by} ber dig skriva under ${title} som ${lowerFirst(capacity)}.`,
  deadline: (date: string) => `Senast ${formatDate(date)}.`,
  message: (text: string) => `Meddelande: ${text}`,
  howTo: 'Öppna länken, läs dokumentet och skriv under. Du loggar in igen strax innan du skriver under.',
  off: 'Vill du inte ha påminnelser? Stäng av dem här:',
}
