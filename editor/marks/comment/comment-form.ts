/** Whether a form of a Yjs text is the place of a thread: y-tiptap appends a hash to marks that may overlap themselves. */
export const isCommentForm = (name: string): boolean => name === 'comment' || name.startsWith('comment--')
