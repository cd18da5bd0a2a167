export const sv = {
  title: 'Mina avsnitt',
  description: 'Det som du, eller en roll som du har, ansvarar för. Det som ska vara klart först står överst.',
  emptyTitle: 'Du har inga avsnitt att fylla i',
  emptyText: 'När någon ger dig ett avsnitt i en rapport visas det här.',
  open: (count: number) => (count === 1 ? 'Ett avsnitt att göra klart' : `${count} avsnitt att göra klara`),
  nothingOpen: 'Allt är klart. Tack!',
  deadline: (date: string) => `klart senast ${date}`,
  noDeadline: 'inget datum satt',
  done: (count: number) => (count === 1 ? 'Ett avsnitt är klart' : `${count} avsnitt är klara`),
  reminders: {
    title: 'Mina påminnelser',
    on: (email: string) =>
      `På. De går till ${email} en vecka före, dagen före, när något är försenat och sedan en gång i veckan.`,
    off: 'Av. Du får ingen e-post om dina avsnitt.',
    noAddress: 'Du får inga påminnelser: ingen e-postadress är känd. Administratören kan lägga in den.',
    noMail: 'Organisationen har inte ställt in någon e-postserver, så inga påminnelser skickas.',
    turnOff: 'Stäng av påminnelserna',
    turnOn: 'Slå på påminnelserna',
  },
}
