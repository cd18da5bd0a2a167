/** In ProseMirror's notation. */
export const COMMENT_KEY = 'Mod-Alt-m'
