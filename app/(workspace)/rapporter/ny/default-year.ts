/** A yearly report is written in the spring about the year before, and prepared in the autumn for the year that runs. */
export const defaultYear = (now: Date): number => (now.getMonth() < 6 ? now.getFullYear() - 1 : now.getFullYear())
