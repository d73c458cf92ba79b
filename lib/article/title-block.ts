/** Id of the block that holds the headline in an article's document. */
export const TITLE_BLOCK = 'title'
