/**
 * Version of the document schema. Raised when a node, mark or attribute is added, renamed or removed.
 * The client sends it when it connects; a server of another version refuses it, because Yjs bindings delete
 * nodes that their schema does not know.
 */
export const EDITOR_VERSION = 4
