export const sv = {
  name: 'Samskrift: klar senast',
  report: (title: string) => `Klar senast: ${title}`,
  answer: (title: string) => `Svar senast: ${title}`,
  section: (heading: string, title: string) => `Ditt avsnitt klart senast: ${heading} (${title})`,
  locked: 'Rapporten är låst.',
  done: 'Avsnittet är klart.',
}
