const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** As the database writes it: in lower case. */
export const isWrittenUuid = (id: string): boolean => UUID.test(id)

/** Whether the database can look it up, in whatever case; anything else is the id of nothing. */
export const isUuid = (id: string): boolean => UUID.test(id.toLowerCase())
