import { z } from 'zod'
import { ROLES } from '#db/schema/user.ts'

const isPattern = (text: string): boolean => {
  try {
    new RegExp(text)
    return true
  } catch {
    return false
  }
}

const grant = z.strictObject({
  /** Key of a board of the plan; null means every board. */
  board: z.string().nullable(),
  role: z.enum(ROLES),
})

/** An organisation with its nämnder, people and their roles, as an operator writes it down in a JSON file. */
export const organisationPlan = z
  .strictObject({
    name: z.string().min(1),
    /** Regular expression for a whole diarienummer. */
    diaryNumberPattern: z.string().min(1).refine(isPattern),
    diaryNumberExample: z.string().min(1),
    boards: z
      .array(z.strictObject({ key: z.string().min(1), name: z.string().min(1), administration: z.string() }))
      .min(1),
    users: z.array(
      z.strictObject({
        /** OIDC issuer and subject, "https://idp.example#123". */
        login: z.string().min(1),
        name: z.string().min(1),
        title: z.string(),
        /** Where reminders go. Left out, the address that the person's account has said stays. */
        email: z.email().optional(),
        grants: z.array(grant),
      }),
    ),
  })
  .superRefine(({ boards, users }, context) => {
    const keys = new Set(boards.map(board => board.key))
    for (const [u, user] of users.entries())
      for (const [g, { board }] of user.grants.entries())
        if (board !== null && !keys.has(board))
          context.addIssue({ code: 'custom', path: ['users', u, 'grants', g, 'board'], message: 'unknown board' })
  })

export type OrganisationPlan = z.infer<typeof organisationPlan>
