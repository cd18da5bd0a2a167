export const sv = {
  edit: 'Ändra',
  editLabel: (name: string) => `Ändra ${name}`,
  waiting: 'Hämtar siffrorna…',
  menu: 'Fler datablock',
}
