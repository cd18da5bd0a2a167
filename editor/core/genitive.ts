/** Swedish: "nämndens", but "Borås" and "Max" take no s. */
export const genitive = (name: string): string => (/[sxz]$/i.test(name) ? name : `${name}s`)
