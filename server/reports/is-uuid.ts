const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** Whether the database can look it up; anything else is the id of nothing. */
export const isUuid = (id: string): boolean => UUID.test(id)
