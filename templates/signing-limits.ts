/** So many boxes fit on the page for signatures, with so many letters of what somebody signs as. */
export const MOST_SIGNERS = 8
export const MOST_OF_CAPACITY = 80
