export const sv = {
  title: (before: string, now: string) =>
    `Rapporten som ärendet gäller heter nu ”${now}”. När tjänsteskrivelsen skapades hette den ”${before}”. Ändra där den nämns.`,
  year: (mine: number, now: number) =>
    `Rapporten som ärendet gäller är för ${now}, men tjänsteskrivelsen är för ${mine}. Kontrollera att det är rätt rapport.`,
  decision: (mine: string, title: string, now: number) =>
    `En att-sats gäller ${mine}, men ”${title}” är för ${now}. Ändra året i att-satsen.`,
}
